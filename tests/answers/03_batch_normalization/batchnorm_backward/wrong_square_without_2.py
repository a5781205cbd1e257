"""The derivative of the square has no factor 2.

check: dx, by a fixed batch
hint: the factor 2 of the square is missing
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    dvar = -0.5 * inverse**2 * (g * x_hat).sum(axis=0)
    dx = g * inverse + x_hat / inverse * dvar / len(g) - (g * inverse).mean(axis=0)
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
