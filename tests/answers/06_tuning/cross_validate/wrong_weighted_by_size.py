"""Folds are weighted by their size.

check: two folds of unequal size count alike
hint: every fold counts alike
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]

    sizes = [len(val) for _, val in folds]
    return np.average(scores, weights=sizes), np.std(scores, ddof=1) / np.sqrt(len(scores))
