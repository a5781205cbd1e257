"""y is centred in place.

check: the data are left alone
hint: changed in place
"""


def cross_validate(fit_score, X, y, folds):
    y -= y.mean()
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    return np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores))
