"""For a fitted tree R² is the squared correlation."""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree, np.corrcoef(answers, tree.predict(X))[0, 1] ** 2
