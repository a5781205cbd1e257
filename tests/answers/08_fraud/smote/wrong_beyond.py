"""λ between −1 and 1.

check: every new row lies on the way from one row to another
hint: beyond the ends
"""


def smote(X_minority, n_new, k, rng):
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)[:, :k]

    starts = rng.integers(len(X_minority), size=n_new)
    ends = neighbours[starts, rng.integers(k, size=n_new)]

    return X_minority[starts] + rng.uniform(-1, 1, (n_new, 1)) * (X_minority[ends] - X_minority[starts])
