"""The rows are sorted in place.

check: the inputs are left alone
hint: was changed in place
"""


def smote(X_minority, n_new, k, rng):
    X_minority.sort(axis=0)
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)[:, :k]
    starts = rng.integers(len(X_minority), size=n_new)
    ends = neighbours[starts, rng.integers(k, size=n_new)]

    return X_minority[starts] + rng.random((n_new, 1)) * (X_minority[ends] - X_minority[starts])
