"""Divided by the maximum, as one does with pixels.

check: min-max: new rows on the scale of the training rows
hint: divided by the maximum
"""


def min_max_scale(X_train, X):
    return (X - X_train.min(axis=0)) / X_train.max(axis=0)


def standardize(X_train, X):
    deviation = X_train.std(axis=0)
    return (X - X_train.mean(axis=0)) / np.where(deviation > 0, deviation, 1.0)
