"""The caller's array is changed.

check: the input is left alone
hint: was changed in place
"""


def dropout_forward(x, rate, rng, training):
    mask = np.ones_like(x)
    if training:
        mask = (rng.random(x.shape) >= rate) / (1 - rate)
        x *= mask
    return x, mask
