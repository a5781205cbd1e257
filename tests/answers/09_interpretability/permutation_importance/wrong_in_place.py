"""The column is shuffled in X itself.

check: X and y are left alone
hint: argument 1 was changed in place
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base = score_fn(X, y)
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            rng.shuffle(X[:, j])
            result[j] += (base - score_fn(X, y)) / n_repeats
    return result
