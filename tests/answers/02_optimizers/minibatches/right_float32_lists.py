"""Each batch is a list of float32 rows and a list of labels."""


def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield [X[row].astype(np.float32) for row in rows], [y[row] for row in rows]
