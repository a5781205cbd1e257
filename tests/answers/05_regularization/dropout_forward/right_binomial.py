"""Coins from rng.binomial."""


def dropout_forward(x, rate, rng, training):
    if not training:
        return np.array(x), np.ones(np.shape(x))
    mask = rng.binomial(1, 1 - rate, size=np.shape(x)) / (1 - rate)
    return x * mask, mask
