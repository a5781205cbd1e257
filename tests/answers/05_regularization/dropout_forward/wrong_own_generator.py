"""A generator of its own, always the same.

check: all randomness comes from rng
hint: another rng gave the same mask
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones_like(x)
    mask = (np.random.default_rng(0).random(x.shape) >= rate) / (1 - rate)
    return x * mask, mask
