"""max_depth is ignored.

check: one split of a model with two steps: the tree finds the larger one
hint: max_depth is ignored
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor().fit(X, answers)
    return tree, tree.score(X, answers)
