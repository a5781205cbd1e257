"""The root of three, whatever k.

check: two folds of unequal size count alike
hint: standard_error: expected
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    return np.mean(scores), np.std(scores, ddof=1) / np.sqrt(3)
