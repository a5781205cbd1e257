"""One shuffle, scored again and again.

check: every shuffle is another one, and all of them come from rng
hint: was shuffled in the same way every time
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base, order = score_fn(X, y), rng.permutation(len(X))
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            rows = X.copy()
            rows[:, j] = X[order, j]
            result[j] += (base - score_fn(rows, y)) / n_repeats
    return result
