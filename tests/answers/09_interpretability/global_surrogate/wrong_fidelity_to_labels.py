"""R² to yes and no.

check: its fidelity is R² to the model: 36 of 45 parts of the variance
hint: that is R² to yes and no
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree, tree.score(X, predict(X) > 0.5)
