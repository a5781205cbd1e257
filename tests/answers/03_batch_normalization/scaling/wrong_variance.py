"""Divided by the variance.

check: standardize: new rows on the scale of the training rows
hint: divided by the variance
"""


def min_max_scale(X_train, X):
    low, high = X_train.min(axis=0), X_train.max(axis=0)
    return (X - low) / np.where(high > low, high - low, 1.0)


def standardize(X_train, X):
    variance = X_train.var(axis=0)
    return (X - X_train.mean(axis=0)) / np.where(variance > 0, variance, 1.0)
