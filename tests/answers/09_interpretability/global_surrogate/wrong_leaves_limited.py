"""max_depth limits the leaves.

check: one split of a model with two steps: the tree finds the larger one
hint: stopped with
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_leaf_nodes=max_depth).fit(X, answers)
    return tree, tree.score(X, answers)
