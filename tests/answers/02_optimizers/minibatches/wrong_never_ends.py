"""A generator for the whole training: epoch after epoch without end.

check: 400 rows by 40 make 10 batches of 40
hint: more batches than rows: stop after one epoch
"""


def minibatches(X, y, batch_size, rng):
    while True:
        order = rng.permutation(len(X))
        for start in range(0, len(X), batch_size):
            rows = order[start : start + batch_size]
            yield X[rows], y[rows]
