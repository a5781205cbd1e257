"""A while loop that cuts the front off a list of shuffled row numbers."""


def minibatches(X, y, batch_size, rng):
    waiting = list(rng.permutation(len(X)))
    while waiting:
        rows, waiting = waiting[:batch_size], waiting[batch_size:]
        yield X[rows], y[rows]
