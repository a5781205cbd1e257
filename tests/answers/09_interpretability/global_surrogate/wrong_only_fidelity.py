"""The fidelity alone.

check: its fidelity is R² to the model: 36 of 45 parts of the variance
hint: return two things
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree.score(X, answers)
