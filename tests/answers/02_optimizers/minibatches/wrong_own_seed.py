"""A generator of its own with a fixed seed: every epoch has the same order.

check: the order changes from epoch to epoch
hint: two epochs came in the same order
"""


def minibatches(X, y, batch_size, rng):
    order = np.random.default_rng(0).permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]
