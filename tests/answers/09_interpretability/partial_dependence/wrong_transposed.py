"""One row for each value of the grid.

check: four ICE curves on a grid of five: one row for each row of X
hint: one row for each value of the grid: transpose
"""


def ice_curves(predict, X, feature, grid):
    curves = []
    for value in grid:
        rows = X.copy()
        rows[:, feature] = value
        curves.append(predict(rows))
    return np.array(curves)


def partial_dependence(predict, X, feature, grid):
    return ice_curves(predict, X, feature, grid).mean(axis=1)
