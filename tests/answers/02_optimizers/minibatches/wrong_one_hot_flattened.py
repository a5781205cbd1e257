"""y is made flat first, so that one-hot labels fall apart.

check: labels come back as they are: whole numbers, or one-hot rows
hint: expected shape (6, 6), got (6,)
"""


def minibatches(X, y, batch_size, rng):
    order, y = rng.permutation(len(X)), y.ravel()
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]
