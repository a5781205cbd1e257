"""Any other row, near or far.

check: the other row is one of the k nearest
hint: not among the
"""


def smote(X_minority, n_new, k, rng):
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)

    starts = rng.integers(len(X_minority), size=n_new)
    ends = neighbours[starts, rng.integers(len(X_minority) - 1, size=n_new)]

    return X_minority[starts] + rng.random((n_new, 1)) * (X_minority[ends] - X_minority[starts])
