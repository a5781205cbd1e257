"""One mask for all rows, not even spread.

check: rate 0.2: a mask of 0 and 1.25
hint: mask has shape (50,)
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones_like(x)
    mask = (rng.random(x.shape[1:]) >= rate) / (1 - rate)
    return x * mask, mask
