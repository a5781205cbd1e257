"""Statistics along the rows.

check: standardize: new rows on the scale of the training rows
hint: stopped with ValueError
"""


def min_max_scale(X_train, X):
    low, high = X_train.min(axis=1, keepdims=True), X_train.max(axis=1, keepdims=True)
    return (X - low) / (high - low)


def standardize(X_train, X):
    return (X - X_train.mean(axis=1, keepdims=True)) / X_train.std(axis=1, keepdims=True)
