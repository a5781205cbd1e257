"""Printed, not returned.

check: three folds with scores 1.5, 3 and 7.5
hint: got None
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    print(np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores)))
