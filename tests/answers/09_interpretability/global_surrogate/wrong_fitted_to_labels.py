"""The tree learns yes and no.

check: one split of a model with two steps: the tree finds the larger one
hint: the tree has learnt yes or no
"""


def global_surrogate(predict, X, max_depth):
    labels = (predict(X) > 0.5).astype(float)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, labels)
    return tree, tree.score(X, labels)
