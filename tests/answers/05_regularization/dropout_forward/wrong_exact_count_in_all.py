"""A fixed number of the entries, chosen at random.

check: entries are dropped independently: the number per row varies like heads in coin tosses
hint: exactly as many entries in all
"""


def dropout_forward(x, rate, rng, training):
    mask = np.ones(x.size)
    if training:
        mask[rng.permutation(x.size)[: round(rate * x.size)]] = 0
        mask /= 1 - rate
    mask = mask.reshape(x.shape)
    return x * mask, mask
