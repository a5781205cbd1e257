"""out and mask come from two draws.

check: out = x * mask
hint: first difference
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones_like(x)
    scaled = lambda: (rng.random(x.shape) >= rate) / (1 - rate)
    return x * scaled(), scaled()
