"""y is not indexed by the fold.

check: each fold trains on its training rows and scores its validation rows
hint: expected [1, 5, 2, 13]
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[: len(train)], X[val], y[val]) for train, val in folds]
    return np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores))
