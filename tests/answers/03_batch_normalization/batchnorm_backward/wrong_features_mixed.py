"""The sums of dx run over the features too.

check: dx, by a fixed batch
hint: all features were summed up
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    n, centred = len(dout), x_hat / inverse
    dx = g * inverse - np.sum(g * inverse) / n - inverse**3 * np.sum(g * centred) * centred / n
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
