"""The mean is treated as a constant.

check: dx, by a fixed batch
hint: the way through the mean is missing
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    return inverse * (g - x_hat * (g * x_hat).mean(axis=0)), (dout * x_hat).sum(axis=0), dout.sum(axis=0)
