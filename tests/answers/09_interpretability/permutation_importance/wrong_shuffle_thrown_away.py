"""The shuffled column is not put back.

check: each column is shuffled n_repeats times, alone, and 5 times if nothing is said
hint: no column was shuffled
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base = score_fn(X, y)
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            rows = X.copy()
            rng.permutation(rows[:, j])
            result[j] += (base - score_fn(rows, y)) / n_repeats
    return result
