"""X and y are shuffled one after the other.

check: each row keeps its label
hint: X and y were shuffled apart
"""


def minibatches(X, y, batch_size, rng):
    X, y = rng.permutation(X), rng.permutation(y)
    for start in range(0, len(X), batch_size):
        yield X[start : start + batch_size], y[start : start + batch_size]
