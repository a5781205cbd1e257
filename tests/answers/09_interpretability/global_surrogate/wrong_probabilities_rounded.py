"""Answers between 0 and 1 are taken for probabilities and rounded.

check: a model that answers between 0 and 1 is imitated as it is
hint: first difference at index
"""


def global_surrogate(predict, X, max_depth):
    answers = predict(X)
    if answers.min() >= 0 and answers.max() <= 1:
        answers = answers.round()
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree, tree.score(X, answers)
