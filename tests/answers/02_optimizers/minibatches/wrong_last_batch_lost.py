"""The number of batches is rounded down.

check: 10 rows by 4: the last batch holds what is left
hint: the last, smaller batch was lost
"""


def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for batch in range(len(X) // batch_size):
        rows = order[batch * batch_size : (batch + 1) * batch_size]
        yield X[rows], y[rows]
