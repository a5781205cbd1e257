"""gamma multiplies its own gradient.

check: dgamma, by a fixed batch
hint: one factor gamma too many
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    dx = inverse * (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0))
    return dx, (g * x_hat).sum(axis=0), dout.sum(axis=0)
