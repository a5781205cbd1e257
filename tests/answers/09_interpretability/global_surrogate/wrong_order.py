"""Fidelity first.

check: one split of a model with two steps: the tree finds the larger one
hint: must be a DecisionTreeRegressor, got an object of type float
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree.score(X, answers), tree
