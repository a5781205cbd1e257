"""X is scaled in place.

check: X is left alone
hint: argument 1 was changed in place
"""


def global_surrogate(predict, X, max_depth):
    X -= X.mean(axis=0)
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree, tree.score(X, answers)
