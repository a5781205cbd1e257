"""The labels are shuffled along with the column.

check: each column is shuffled n_repeats times, alone, and 5 times if nothing is said
hint: y was changed too
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base = score_fn(X, y)
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            order, rows = rng.permutation(len(X)), X.copy()
            rows[:, j] = X[order, j]
            result[j] += (base - score_fn(rows, y[order])) / n_repeats
    return result
