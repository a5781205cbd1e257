"""Inverted, and scaled at inference once more.

check: inference: x as it is, and a mask of ones
hint: not to inverted dropout
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x * (1 - rate), np.ones_like(x)
    mask = (rng.random(x.shape) >= rate) / (1 - rate)
    return x * mask, mask
