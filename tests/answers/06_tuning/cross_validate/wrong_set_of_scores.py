"""Scores in a set, where equal ones are kept once.

check: equal scores have no error
hint: got NaN, expected 0
"""


def cross_validate(fit_score, X, y, folds):
    scores = list({fit_score(X[train], y[train], X[val], y[val]) for train, val in folds})
    return np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores))
