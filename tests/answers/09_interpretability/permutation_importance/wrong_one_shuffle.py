"""One shuffle only.

check: each column is shuffled n_repeats times, alone, and 5 times if nothing is said
hint: one shuffle only
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base = score_fn(X, y)
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        rows = X.copy()
        rows[:, j] = rng.permutation(X[:, j])
        result[j] = base - score_fn(rows, y)
    return result
