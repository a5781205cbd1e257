"""The arguments of r2_score are exchanged.

check: its fidelity is R² to the model: 36 of 45 parts of the variance
hint: the arguments of r2_score are exchanged
"""


def global_surrogate(predict, X, max_depth):
    from sklearn.metrics import r2_score

    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree, r2_score(tree.predict(X), answers)
