"""The training rows are scored.

check: three folds with scores 1.5, 3 and 7.5
hint: the training rows were scored
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[train], y[train]) for train, val in folds]
    return np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores))
