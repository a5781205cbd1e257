"""The slope at the kink is 1; leaky ReLU by a product with a mask."""


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def relu(z):
    return np.maximum(0, z)


def leaky_relu(z, slope=0.01):
    return z * np.where(z >= 0, 1, slope)


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


def tanh_prime(z):
    return 1 - np.tanh(z) ** 2


def relu_prime(z):
    return np.heaviside(z, 1.0)


def leaky_relu_prime(z, slope=0.01):
    return np.where(z < 0, slope, 1.0)
