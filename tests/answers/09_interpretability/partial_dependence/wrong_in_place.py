"""X is changed in place.

check: X and the grid are left alone
hint: argument 1 was changed in place
"""


def ice_curves(predict, X, feature, grid):
    curves = np.empty((len(X), len(grid)))
    for place, value in enumerate(grid):
        X[:, feature] = value
        curves[:, place] = predict(X)
    return curves


def partial_dependence(predict, X, feature, grid):
    return ice_curves(predict, X, feature, grid).mean(axis=0)
