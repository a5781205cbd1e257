"""The rows come in their original order.

check: the order changes from epoch to epoch
hint: the rows come in their original order
"""


def minibatches(X, y, batch_size, rng):
    for start in range(0, len(X), batch_size):
        yield X[start : start + batch_size], y[start : start + batch_size]
