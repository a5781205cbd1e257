"""The normalised rows stand where the centred ones belong, in the gradient by s.

check: dx, by a fixed batch
hint: ds takes x minus mean
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    dx = inverse * (g - g.mean(axis=0) - x_hat * inverse * (g * x_hat).mean(axis=0))
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
