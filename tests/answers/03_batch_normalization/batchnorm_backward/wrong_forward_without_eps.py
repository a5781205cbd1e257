"""A forward pass of its own that forgets eps.

check: dx, by a fixed batch
hint: your batchnorm_forward differs from Keras'
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    inverse = 1 / x.std(axis=0)
    x_hat = (x - x.mean(axis=0)) * inverse
    return gamma * x_hat + beta, (x_hat, inverse, gamma)


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    dx = inverse * (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0))
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
