"""A batch larger than the data is refused.

check: a batch larger than the data is the whole data
hint: stopped with ValueError: batch_size is larger than the data
"""


def minibatches(X, y, batch_size, rng):
    if batch_size > len(X):
        raise ValueError("batch_size is larger than the data")
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]
