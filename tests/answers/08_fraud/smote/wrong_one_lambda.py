"""One λ for all rows.

check: λ is spread evenly over [0, 1]
hint: λ is not even
"""


def smote(X_minority, n_new, k, rng):
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)[:, :k]

    starts = rng.integers(len(X_minority), size=n_new)
    ends = neighbours[starts, rng.integers(k, size=n_new)]

    return X_minority[starts] + rng.random() * (X_minority[ends] - X_minority[starts])
