"""n is taken from the wrong axis: the number of features.

check: dx, by a fixed batch
hint: n is the number of rows
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    n = dout.shape[1]
    dx = inverse * (g - g.sum(axis=0) / n - x_hat * (g * x_hat).sum(axis=0) / n)
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
