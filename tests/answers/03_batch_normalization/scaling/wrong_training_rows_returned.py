"""The training rows are scaled and returned.

check: min-max: new rows on the scale of the training rows
hint: X_train was scaled: scale X
"""


def min_max_scale(X_train, X):
    low, high = X_train.min(axis=0), X_train.max(axis=0)
    return (X_train - low) / np.where(high > low, high - low, 1.0)


def standardize(X_train, X):
    deviation = X_train.std(axis=0)
    return (X_train - X_train.mean(axis=0)) / np.where(deviation > 0, deviation, 1.0)
