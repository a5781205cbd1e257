"""NumPy's global generator.

check: all shuffles come from rng
hint: expected
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base = score_fn(X, y)
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            rows = X.copy()
            rows[:, j] = np.random.permutation(X[:, j])
            result[j] += (base - score_fn(rows, y)) / n_repeats
    return result
