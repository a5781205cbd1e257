"""A λ for each feature.

check: every new row lies on the way from one row to another
hint: one λ for the whole row
"""


def smote(X_minority, n_new, k, rng):
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)[:, :k]

    starts = rng.integers(len(X_minority), size=n_new)
    ends = neighbours[starts, rng.integers(k, size=n_new)]

    return X_minority[starts] + rng.random(X_minority[starts].shape) * (X_minority[ends] - X_minority[starts])
