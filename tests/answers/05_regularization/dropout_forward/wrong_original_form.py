"""The original form: no rescaling, and 1 - rate at inference.

check: inference: x as it is, and a mask of ones
hint: that belongs to the original form
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x * (1 - rate), np.full(x.shape, 1 - rate)
    mask = (rng.random(x.shape) >= rate) * 1.0
    return x * mask, mask
