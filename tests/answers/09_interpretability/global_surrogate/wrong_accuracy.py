"""The share of rows with the same yes or no.

check: its fidelity is R² to the model: 36 of 45 parts of the variance
hint: expected 0.8
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree, np.mean((answers > 0.5) == (tree.predict(X) > 0.5))
