"""The minus of the inverse root is lost.

check: dx, by a fixed batch
hint: the way through the variance has the wrong sign
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    return (
        inverse * (g - g.mean(axis=0) + x_hat * (g * x_hat).mean(axis=0)),
        (dout * x_hat).sum(axis=0),
        dout.sum(axis=0),
    )
