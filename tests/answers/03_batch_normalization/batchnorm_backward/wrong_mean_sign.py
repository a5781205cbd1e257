"""What comes through the mean is added instead of subtracted.

check: no feature can be moved as a whole: dx sums to 0 over the rows
hint: expected
"""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    g = gamma * dout
    return (
        inverse * (g + g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0)),
        (dout * x_hat).sum(axis=0),
        dout.sum(axis=0),
    )
