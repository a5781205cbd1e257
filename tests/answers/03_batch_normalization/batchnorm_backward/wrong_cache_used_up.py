"""The cache is a list that is emptied.

check: neither dout nor the cache is changed: a second call gives the same dx
hint: stopped with IndexError
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    inverse = 1 / np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - x.mean(axis=0)) * inverse
    return gamma * x_hat + beta, [gamma, inverse, x_hat]


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache.pop(), cache.pop(), cache.pop()
    g = gamma * dout
    dx = inverse * (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0))
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
