"""Column by column, the base score once."""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base = score_fn(X, y)
    importances = []
    for column in range(X.shape[1]):
        scores = []
        for _ in range(n_repeats):
            shuffled = np.array(X)
            rng.shuffle(shuffled[:, column])
            scores.append(score_fn(shuffled, y))
        importances.append(base - sum(scores) / n_repeats)
    return np.array(importances)
