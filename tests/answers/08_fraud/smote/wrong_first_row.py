"""Always from the first row.

check: every row is a start, every one of its k neighbours an end
hint: some rows never serve as a start
"""


def smote(X_minority, n_new, k, rng):
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)[:, :k]

    starts = np.zeros(n_new, int)
    ends = neighbours[starts, rng.integers(k, size=n_new)]

    return X_minority[starts] + rng.random((n_new, 1)) * (X_minority[ends] - X_minority[starts])
