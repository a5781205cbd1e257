"""A column stays shuffled when the next one has its turn.

check: each column is shuffled n_repeats times, alone, and 5 times if nothing is said
hint: start from X again
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base, rows = score_fn(X, y), X.copy()
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            rows[:, j] = rng.permutation(X[:, j])
            result[j] += (base - score_fn(rows, y)) / n_repeats
    return result
