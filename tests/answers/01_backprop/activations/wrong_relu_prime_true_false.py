"""The slope of relu as True and False.

check: relu' and leaky relu' are 1 on the right and 0 or slope on the left
hint: true and false are no numbers
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
    return 1 - np.tanh(z) ** 2


def relu_prime(z):
    return z > 0


def leaky_relu_prime(z, slope=0.01):
    return np.where(z > 0, 1, slope)
