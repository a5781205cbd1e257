"""The square is forgotten.

check: tanh' is 1 at 0 and 3/4 at half of ln 3
hint: the square is missing
"""


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def relu(z):
    return np.maximum(0, z)


def leaky_relu(z, slope=0.01):
    return np.maximum(z, slope * z)


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


def tanh_prime(z):
    return 1 - np.tanh(z)


def relu_prime(z):
    return (z > 0).astype(float)


def leaky_relu_prime(z, slope=0.01):
    return np.where(z > 0, 1, slope)
