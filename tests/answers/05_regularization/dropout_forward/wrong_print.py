"""The results are printed.

check: rate 0.2: a mask of 0 and 1.25
hint: got None: end with
"""


def dropout_forward(x, rate, rng, training):
    mask = (rng.random(x.shape) >= rate) / (1 - rate) if training else np.ones_like(x)
    print(x * mask, mask)
