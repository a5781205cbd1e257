"""NumPy's default deviation, not divided.

check: three folds with scores 1.5, 3 and 7.5
hint: ddof=0, not divided
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    return np.mean(scores), np.std(scores)
