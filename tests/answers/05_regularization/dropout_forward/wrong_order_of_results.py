"""The mask comes first.

check: rate 0.2: a mask of 0 and 1.25
hint: more than two values
"""


def dropout_forward(x, rate, rng, training):
    mask = np.ones_like(x)
    if training:
        mask = (rng.random(x.shape) >= rate) / (1 - rate)
    return mask, x * mask
