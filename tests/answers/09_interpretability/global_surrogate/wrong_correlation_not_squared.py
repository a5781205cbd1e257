"""The correlation.

check: its fidelity is R² to the model: 36 of 45 parts of the variance
hint: that is the correlation, not its square
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree, np.corrcoef(answers, tree.predict(X))[0, 1]
