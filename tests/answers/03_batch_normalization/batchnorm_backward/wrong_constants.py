"""Mean and variance are treated as constants.

check: dx, by a fixed batch
hint: mean and variance are treated as constants
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    return gamma * dout * inverse, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
