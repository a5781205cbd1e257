"""The answers for X are subtracted.

check: four ICE curves on a grid of five: one row for each row of X
hint: the answer for X itself was subtracted
"""


def ice_curves(predict, X, feature, grid):
    curves = np.empty((len(X), len(grid)))
    for place, value in enumerate(grid):
        rows = X.copy()
        rows[:, feature] = value
        curves[:, place] = predict(rows) - predict(X)
    return curves


def partial_dependence(predict, X, feature, grid):
    return ice_curves(predict, X, feature, grid).mean(axis=0)
