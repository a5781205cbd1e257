"""Each row by itself, lists all the way; the dependence without the curves."""


def ice_curves(predict, X, feature, grid):
    curves = []
    for x in X:
        rows = np.array([[value if j == feature else x[j] for j in range(len(x))] for value in grid])
        curves.append(list(predict(rows)))
    return curves


def partial_dependence(predict, X, feature, grid):
    means = []
    for value in grid:
        rows = np.where(np.arange(X.shape[1]) == feature, value, X)
        means.append(np.mean(predict(rows)))
    return means
