"""The order is drawn once and kept for all later epochs.

check: the order changes from epoch to epoch
hint: two epochs came in the same order
"""

orders = {}


def minibatches(X, y, batch_size, rng):
    order = orders.setdefault(len(X), rng.permutation(len(X)))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]
