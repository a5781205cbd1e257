"""predict is asked about a single row each time."""


def ice_curves(predict, X, feature, grid):
    def ask(x, value):
        row = x.copy()
        row[feature] = value
        return predict(row[None])[0]

    return np.array([[ask(x, value) for value in grid] for x in X])


def partial_dependence(predict, X, feature, grid):
    return ice_curves(predict, X, feature, grid).mean(axis=0)
