"""X is shuffled and y is not.

check: each row keeps its label
hint: X and y were shuffled apart
"""


def minibatches(X, y, batch_size, rng):
    X = rng.permutation(X)
    for start in range(0, len(X), batch_size):
        yield X[start : start + batch_size], y[start : start + batch_size]
