"""The share of the variance that the tree's answers have."""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree, np.var(tree.predict(X)) / np.var(answers)
