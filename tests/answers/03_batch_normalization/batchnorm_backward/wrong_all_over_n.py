"""Everything is divided by n, the straight way too.

check: dx, by a fixed batch
hint: it is divided by n as a whole
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    dx = inverse * (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0)) / len(dout)
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
