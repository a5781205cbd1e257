"""All rows for all values in one call of predict."""


def ice_curves(predict, X, feature, grid):
    rows = np.repeat(X, len(grid), axis=0)
    rows[:, feature] = np.tile(grid, len(X))
    return np.reshape(predict(rows), (len(X), len(grid)))


def partial_dependence(predict, X, feature, grid):
    return ice_curves(predict, X, feature, grid).mean(axis=0)
