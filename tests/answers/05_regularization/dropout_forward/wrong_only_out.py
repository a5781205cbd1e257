"""The mask is not returned.

check: rate 0.2: a mask of 0 and 1.25
hint: return two arrays: out, mask
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy()
    return x * (rng.random(x.shape) >= rate) / (1 - rate)
