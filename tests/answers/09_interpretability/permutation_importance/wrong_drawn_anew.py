"""Normal noise instead of the column's own values.

check: each column is shuffled n_repeats times, alone, and 5 times if nothing is said
hint: must hold the same values in another order
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base = score_fn(X, y)
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            rows = X.copy()
            rows[:, j] = rng.normal(X[:, j].mean(), X[:, j].std(), len(X))
            result[j] += (base - score_fn(rows, y)) / n_repeats
    return result
