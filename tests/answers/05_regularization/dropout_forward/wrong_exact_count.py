"""Every row loses exactly its share.

check: entries are dropped independently: the number per row varies like heads in coin tosses
hint: decide for each entry alone
"""


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones_like(x)
    keep = np.ones(x.shape)
    columns = x.reshape(len(x), -1).shape[1]
    for row in keep.reshape(len(x), columns):
        row[rng.permutation(columns)[: round(rate * columns)]] = 0
    mask = keep / (1 - rate)
    return x * mask, mask
