"""A list of scores, NumPy's mean and deviation."""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    return np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores))
