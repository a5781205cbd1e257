"""Single precision throughout."""

single = lambda z: np.asarray(z, dtype=np.float32)


def sigmoid(z):
    return 1 / (1 + np.exp(-single(z)))


def relu(z):
    return np.maximum(single(z), 0)


def leaky_relu(z, slope=0.01):
    return np.where(z > 0, single(z), np.float32(slope) * single(z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


def tanh_prime(z):
    return 1 / np.cosh(np.clip(single(z), -40, 40)) ** 2


def relu_prime(z):
    return single(z > 0)


def leaky_relu_prime(z, slope=0.01):
    return single(z > 0) + np.float32(slope) * single(z <= 0)
