"""Dropout at inference, none in training.

check: rate 0.2: a mask of 0 and 1.25
hint: nothing is dropped in training
"""


def dropout_forward(x, rate, rng, training):
    if training:
        return x.copy(), np.ones_like(x)
    mask = (rng.random(x.shape) >= rate) / (1 - rate)
    return x * mask, mask
