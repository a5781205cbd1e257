"""Divided by k instead of its root.

check: three folds with scores 1.5, 3 and 7.5
hint: divide by its root
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    return np.mean(scores), np.std(scores, ddof=1) / len(scores)
