"""The median of the drops.

check: the importance is the mean drop in score
hint: the median of the drops
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    drops = np.zeros((n_repeats, X.shape[1]))
    for r in range(n_repeats):
        for j in range(X.shape[1]):
            rows = X.copy()
            rows[:, j] = rng.permutation(X[:, j])
            drops[r, j] = score_fn(X, y) - score_fn(rows, y)
    return np.median(drops, axis=0)
