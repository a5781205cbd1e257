"""The variance of the mean.

check: three folds with scores 1.5, 3 and 7.5
hint: take the root
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    return np.mean(scores), np.var(scores, ddof=1) / len(scores)
