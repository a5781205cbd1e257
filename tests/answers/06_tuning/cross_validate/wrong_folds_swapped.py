"""Training and validation swapped.

check: each fold trains on its training rows and scores its validation rows
hint: training and validation are swapped
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[val], y[val], X[train], y[train]) for train, val in folds]
    return np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores))
