"""One split, whatever max_depth says.

check: two levels imitate it perfectly
hint: got [-7, -7, 5, 5
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=1).fit(X, answers)
    return tree, tree.score(X, answers)
