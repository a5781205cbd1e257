"""One order of the rows for each repeat, used for every column in turn."""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    n, d = X.shape
    drops = np.empty((d, n_repeats))
    for repeat in range(n_repeats):
        order = rng.permutation(n)
        for column in range(d):
            rows = np.column_stack([X[order, j] if j == column else X[:, j] for j in range(d)])
            drops[column, repeat] = score_fn(X, y) - score_fn(rows, y)
    return drops.mean(axis=1)
