"""The batches are cut first and then mixed inside: rows never change their batch.

check: the order changes from epoch to epoch
hint: mixed only inside their batch
"""


def minibatches(X, y, batch_size, rng):
    for start in range(0, len(X), batch_size):
        rows = rng.permutation(np.arange(len(X))[start : start + batch_size])
        yield X[rows], y[rows]
