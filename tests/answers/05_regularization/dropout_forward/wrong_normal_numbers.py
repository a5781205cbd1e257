"""Normal instead of uniform numbers.

check: rate 0.2: one entry in five is dropped
hint: it should be about 20 %
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones_like(x)
    mask = (rng.normal(size=x.shape) >= rate) / (1 - rate)
    return x * mask, mask
