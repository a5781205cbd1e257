"""dbeta adds up the first four rows.

check: dbeta of other batches equals Keras', also with few rows and with small variances
hint: relative error
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    dx = inverse * (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0))
    return dx, (dout * x_hat).sum(axis=0), dout[:4].sum(axis=0)
