"""dout is overwritten.

check: neither dout nor the cache is changed: a second call gives the same dx
hint: dout was changed in place
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    dgamma, dbeta = (dout * x_hat).sum(axis=0), dout.sum(axis=0)
    dout *= gamma
    dout -= dout.mean(axis=0) + x_hat * (dout * x_hat).mean(axis=0)
    return dout * inverse, dgamma, dbeta
