"""A classification tree.

check: one split of a model with two steps: the tree finds the larger one
hint: must be a DecisionTreeRegressor
"""


def global_surrogate(predict, X, max_depth):
    from sklearn.tree import DecisionTreeClassifier

    labels = predict(X) > 0.5
    tree = DecisionTreeClassifier(max_depth=max_depth).fit(X, labels)
    return tree, tree.score(X, labels)
