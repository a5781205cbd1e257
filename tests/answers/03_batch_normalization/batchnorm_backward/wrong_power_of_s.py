"""s squared instead of s cubed on the way through the variance.

check: dx, by a fixed batch
hint: s stands with the power 3
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    dx = inverse * (g - g.mean(axis=0)) - x_hat * (g * x_hat).mean(axis=0)
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
