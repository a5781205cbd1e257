"""The batches come in random order, but each holds neighbouring rows.

check: the order changes from epoch to epoch
hint: neighbouring rows stayed together
"""


def minibatches(X, y, batch_size, rng):
    starts = list(range(0, len(X), batch_size))
    for start in [*rng.permutation(starts[:-1]), starts[-1]]:
        yield X[start : start + batch_size], y[start : start + batch_size]
