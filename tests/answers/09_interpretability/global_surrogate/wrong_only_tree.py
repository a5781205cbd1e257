"""The tree alone.

check: one split of a model with two steps: the tree finds the larger one
hint: return two things
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree
