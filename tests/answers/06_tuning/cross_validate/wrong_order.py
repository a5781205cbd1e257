"""The error first.

check: three folds with scores 1.5, 3 and 7.5
hint: the right values in the wrong order
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    return np.std(scores, ddof=1) / np.sqrt(len(scores)), np.mean(scores)
