"""A rate of 0 is taken for none given.

check: rate 0 changes nothing
hint: first difference
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones_like(x)
    rate = rate or 0.5
    mask = (rng.random(x.shape) >= rate) / (1 - rate)
    return x * mask, mask
