"""Minimum and maximum are those of the rows to scale.

check: min-max: new rows on the scale of the training rows
hint: minimum and maximum were taken from X
"""


def min_max_scale(X_train, X):
    low, high = X.min(axis=0), X.max(axis=0)
    return (X - low) / np.where(high > low, high - low, 1.0)


def standardize(X_train, X):
    deviation = X_train.std(axis=0)
    return (X - X_train.mean(axis=0)) / np.where(deviation > 0, deviation, 1.0)
