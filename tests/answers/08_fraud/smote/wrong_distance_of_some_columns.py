"""Distances in the first three columns only.

check: many columns
hint: on no way to one of the 5
"""


def smote(X_minority, n_new, k, rng):
    distances = cdist(X_minority[:, :3], X_minority[:, :3])
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)[:, :k]

    starts = rng.integers(len(X_minority), size=n_new)
    ends = neighbours[starts, rng.integers(k, size=n_new)]

    return X_minority[starts] + rng.random((n_new, 1)) * (X_minority[ends] - X_minority[starts])
