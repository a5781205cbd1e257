"""A generator of its own.

check: all shuffles come from rng
hint: another rng gave the same shuffles
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base, rng = score_fn(X, y), np.random.default_rng(0)
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            rows = X.copy()
            rows[:, j] = rng.permutation(X[:, j])
            result[j] += (base - score_fn(rows, y)) / n_repeats
    return result
