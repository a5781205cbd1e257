"""Training is ignored.

check: inference: x as it is, and a mask of ones
hint: first difference
"""


def dropout_forward(x, rate, rng, training):
    mask = (rng.random(x.shape) >= rate) / (1 - rate)
    return x * mask, mask
