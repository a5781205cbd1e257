"""A generator expression is returned, so the function itself needs no yield."""


def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = (order[start : start + batch_size] for start in range(0, len(X), batch_size))
    return ((X[rows], y[rows]) for rows in batches)
