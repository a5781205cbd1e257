"""The backward pass divides by a deviation without eps.

check: dx, by central differences of your own forward pass
hint: relative error
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    x_hat = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps)
    return gamma * x_hat + beta, (x_hat, x.std(axis=0), gamma)


def batchnorm_backward(dout, cache):
    x_hat, deviation, gamma = cache
    g = gamma * dout
    dx = (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0)) / deviation
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
