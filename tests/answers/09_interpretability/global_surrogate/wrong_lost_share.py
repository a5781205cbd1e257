"""The share that is lost.

check: its fidelity is R² to the model: 36 of 45 parts of the variance
hint: that is the share that is lost
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree, 1 - tree.score(X, answers)
