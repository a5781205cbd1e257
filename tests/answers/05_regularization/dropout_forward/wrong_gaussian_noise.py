"""Noise is multiplied instead of dropping.

check: rate 0.2: a mask of 0 and 1.25
hint: more than two values
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones_like(x)
    mask = rng.normal(1, rate, x.shape)
    return x * mask, mask
