"""NumPy's global generator.

check: chance comes from rng
hint: expected
"""


def smote(X_minority, n_new, k, rng):
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)[:, :k]

    starts = np.random.randint(len(X_minority), size=n_new)
    ends = neighbours[starts, np.random.randint(k, size=n_new)]

    return X_minority[starts] + np.random.rand(n_new, 1) * (X_minority[ends] - X_minority[starts])
