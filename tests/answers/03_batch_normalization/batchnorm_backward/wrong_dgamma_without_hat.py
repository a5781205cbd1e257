"""dgamma is taken with the raw rows.

check: dgamma, by a fixed batch
hint: multiplied by x: gamma multiplies the normalised rows
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    inverse = 1 / np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - x.mean(axis=0)) * inverse
    return gamma * x_hat + beta, (x, x_hat, inverse, gamma)


def batchnorm_backward(dout, cache):
    x, x_hat, inverse, gamma = cache
    g = gamma * dout
    dx = inverse * (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0))
    return dx, (dout * x).sum(axis=0), dout.sum(axis=0)
