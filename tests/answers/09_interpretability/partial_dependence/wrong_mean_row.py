"""The model is asked about the mean row.

check: the partial dependence is the mean of the curves, not the curve of the mean row
hint: the model was asked about the mean row
"""


def ice_curves(predict, X, feature, grid):
    curves = np.empty((len(X), len(grid)))
    for place, value in enumerate(grid):
        rows = X.copy()
        rows[:, feature] = value
        curves[:, place] = predict(rows)
    return curves


def partial_dependence(predict, X, feature, grid):
    rows = np.tile(X.mean(axis=0), (len(grid), 1))
    rows[:, feature] = grid
    return predict(rows)
