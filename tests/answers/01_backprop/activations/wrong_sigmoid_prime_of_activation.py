"""The derivative in terms of the output is fed the input.

check: sigmoid' is 1/4, 3/16 and 3/16 at 0, ln 3 and -ln 3
hint: expects the activation: here z comes in
"""


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def relu(z):
    return np.maximum(0, z)


def leaky_relu(z, slope=0.01):
    return np.maximum(z, slope * z)


def sigmoid_prime(z):
    return z * (1 - z)


def tanh_prime(z):
    return 1 - np.tanh(z) ** 2


def relu_prime(z):
    return (z > 0).astype(float)


def leaky_relu_prime(z, slope=0.01):
    return np.where(z > 0, 1, slope)
