"""The base score is that of a shuffled X.

check: a column that the score does not look at has importance 0
hint: expected 0
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base = score_fn(X[rng.permutation(len(X))], y)
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            rows = X.copy()
            rows[:, j] = rng.permutation(X[:, j])
            result[j] += (base - score_fn(rows, y)) / n_repeats
    return result
