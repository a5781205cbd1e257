"""Medians instead of means.

check: equal to a tree of scikit-learn's, on new rows too
hint: first difference at index
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(criterion="absolute_error", max_depth=max_depth).fit(X, answers)
    return tree, tree.score(X, answers)
