"""Training is ignored.

check: inference: x as it is, and a mask of ones
hint: entries are dropped at inference
"""


def dropout_forward(x, rate, rng, training):
    mask = (rng.random(x.shape) >= rate) / (1 - rate)
    return x * mask, mask
