"""Only the nearest neighbour.

check: every row is a start, every one of its k neighbours an end
hint: some of the k neighbours are never used
"""


def smote(X_minority, n_new, k, rng):
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)[:, :k]

    starts = rng.integers(len(X_minority), size=n_new)
    ends = neighbours[starts, 0]

    return X_minority[starts] + rng.random((n_new, 1)) * (X_minority[ends] - X_minority[starts])
