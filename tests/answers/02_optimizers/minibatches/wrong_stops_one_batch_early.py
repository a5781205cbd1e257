"""The loop ends one batch early, even when the batches come out even.

check: 400 rows by 40 make 10 batches of 40
hint: the last batch is missing
"""


def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X) - batch_size, batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]
