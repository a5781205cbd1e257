"""SciPy's standard error."""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    return float(np.mean(scores)), float(stats.sem(scores))
