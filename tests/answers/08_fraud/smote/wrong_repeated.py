"""A hundred different rows at most are repeated.

check: the rows differ from each other
hint: of 100 differ
"""


def smote(X_minority, n_new, k, rng):
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)[:, :k]

    starts = rng.integers(len(X_minority), size=min(n_new, 60))
    ends = neighbours[starts, rng.integers(k, size=min(n_new, 60))]

    shares = rng.random((len(starts), 1))
    new = X_minority[starts] + shares * (X_minority[ends] - X_minority[starts])
    return np.resize(new, (n_new, X_minority.shape[1]))
