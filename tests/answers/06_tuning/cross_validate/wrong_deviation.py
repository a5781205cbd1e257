"""The deviation instead of the standard error.

check: three folds with scores 1.5, 3 and 7.5
hint: that is the standard deviation: divide it by the root of k
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    return np.mean(scores), np.std(scores, ddof=1)
