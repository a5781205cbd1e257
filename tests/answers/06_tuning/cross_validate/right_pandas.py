"""A pandas Series."""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    scores = pd.Series(scores)
    return scores.mean(), scores.sem()
