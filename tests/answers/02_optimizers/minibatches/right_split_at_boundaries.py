"""np.split at every multiple of the batch size."""


def minibatches(X, y, batch_size, rng):
    for rows in np.split(rng.permutation(len(X)), range(batch_size, len(X), batch_size)):
        yield X[rows], y[rows]
