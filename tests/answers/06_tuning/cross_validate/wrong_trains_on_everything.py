"""Trained on all rows, so the validation rows are known.

check: each fold trains on its training rows and scores its validation rows
hint: expected shape (4, 2), got (6, 2)
"""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X, y, X[val], y[val]) for train, val in folds]
    return np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores))
