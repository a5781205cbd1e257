"""1/n is forgotten on both ways.

check: dx, by a fixed batch
hint: 1/n is missing on the ways through mean and variance
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    return inverse * (g - g.sum(axis=0) - x_hat * (g * x_hat).sum(axis=0)), (dout * x_hat).sum(axis=0), dout.sum(axis=0)
