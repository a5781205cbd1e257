"""gamma does not appear in dx.

check: dx, by a fixed batch
hint: gamma is missing
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, _ = cache
    dx = inverse * (dout - dout.mean(axis=0) - x_hat * (dout * x_hat).mean(axis=0))
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
