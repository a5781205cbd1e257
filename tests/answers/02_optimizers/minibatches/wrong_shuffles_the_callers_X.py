"""rng.shuffle on X and y themselves, with one seed for both.

check: X and y themselves are left alone
hint: argument 1 was changed in place
"""


def minibatches(X, y, batch_size, rng):
    seed = rng.integers(2**31)
    np.random.default_rng(seed).shuffle(X)
    np.random.default_rng(seed).shuffle(y)
    for start in range(0, len(X), batch_size):
        yield X[start : start + batch_size].copy(), y[start : start + batch_size].copy()
