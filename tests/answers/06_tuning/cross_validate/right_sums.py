"""Loops and sums, by the definition."""


def cross_validate(fit_score, X, y, folds):
    total, squares = 0.0, 0.0
    scores = []
    for train, val in folds:
        scores.append(float(fit_score(X[train], y[train], X[val], y[val])))
        total += scores[-1]
    mean = total / len(scores)
    for score in scores:
        squares += (score - mean) ** 2
    return [mean, (squares / (len(scores) - 1) / len(scores)) ** 0.5]
