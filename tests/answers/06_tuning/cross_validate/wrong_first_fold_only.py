"""Only the first fold is used, three times.

check: three folds with scores 1.5, 3 and 7.5
hint: mean: expected 4, got 1.5
"""


def cross_validate(fit_score, X, y, folds):
    train, val = folds[0]
    scores = [fit_score(X[train], y[train], X[val], y[val]) for _ in folds]
    return np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores))
