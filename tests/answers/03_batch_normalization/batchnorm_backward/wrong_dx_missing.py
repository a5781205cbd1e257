"""Only dgamma and dbeta are done.

check: dx, by a fixed batch
hint: dx is still None
"""


def batchnorm_backward(dout, cache):
    x_hat = cache[0]
    return None, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
