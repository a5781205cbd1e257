"""Whole rows are dropped.

check: every row has a mask of its own
hint: whole rows are dropped
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones_like(x)
    mask = np.ones_like(x) * (rng.random((len(x), 1)) >= rate) / (1 - rate)
    return x * mask, mask
