"""Fitted to every other row.

check: equal to a tree of scikit-learn's, on new rows too
hint: first difference at index
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X[::2], answers[::2])
    return tree, tree.score(X, answers)
