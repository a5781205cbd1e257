"""The grid is sorted first.

check: one row, one value, a grid in any order
hint: expected [11, 3, 6], got [3, 6, 11]
"""


def ice_curves(predict, X, feature, grid):
    curves = np.empty((len(X), len(grid)))
    for place, value in enumerate(np.sort(grid)):
        rows = X.copy()
        rows[:, feature] = value
        curves[:, place] = predict(rows)
    return curves


def partial_dependence(predict, X, feature, grid):
    return ice_curves(predict, X, feature, grid).mean(axis=0)
