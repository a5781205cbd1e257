"""Rows in the order of random keys, row by row into a batch."""


def minibatches(X, y, batch_size, rng):
    order = np.argsort(rng.random(len(X)))
    batch = []
    for row in order:
        batch.append(row)
        if len(batch) == batch_size:
            yield X[batch], y[batch]
            batch = []
    if batch:
        yield X[batch], y[batch]
