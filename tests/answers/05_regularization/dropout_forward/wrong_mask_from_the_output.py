"""The mask is read off the output.

check: images, with zeros among their pixels
hint: the mask must not depend on the values of x
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones_like(x)
    out = x * (rng.random(x.shape) >= rate) / (1 - rate)
    return out, (out != 0) / (1 - rate)
