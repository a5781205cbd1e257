"""dx is not divided by the deviation.

check: dx, by a fixed batch
hint: the division by the deviation is missing
"""


def batchnorm_backward(dout, cache):
    x_hat, _, gamma = cache
    g = gamma * dout
    return g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0), (dout * x_hat).sum(axis=0), dout.sum(axis=0)
