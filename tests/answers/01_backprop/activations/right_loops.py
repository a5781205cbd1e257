"""Element by element, with the math module's functions."""

import math


def elementwise(function, z):
    out = np.empty(np.shape(z))
    for index in np.ndindex(out.shape):
        out[index] = function(float(z[index]))
    return out


def sigmoid(z):
    return elementwise(lambda x: 0.5 * (1 + math.tanh(x / 2)), z)


def relu(z):
    return elementwise(lambda x: x if x > 0 else 0.0, z)


def leaky_relu(z, slope=0.01):
    return elementwise(lambda x: x if x > 0 else slope * x, z)


def sigmoid_prime(z):
    return elementwise(lambda x: (1 - math.tanh(x / 2) ** 2) / 4, z)


def tanh_prime(z):
    return elementwise(lambda x: 1 - math.tanh(x) ** 2, z)


def relu_prime(z):
    return elementwise(lambda x: 1.0 if x > 0 else 0.0, z)


def leaky_relu_prime(z, slope=0.01):
    return elementwise(lambda x: 1.0 if x > 0 else slope, z)
