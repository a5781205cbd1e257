"""The rows to scale are overwritten.

check: the inputs are left alone
hint: argument 2 was changed in place
"""


def min_max_scale(X_train, X):
    low, high = X_train.min(axis=0), X_train.max(axis=0)
    X -= low
    X /= np.where(high > low, high - low, 1.0)
    return X


def standardize(X_train, X):
    mean, deviation = X_train.mean(axis=0), X_train.std(axis=0)
    X -= mean
    X /= np.where(deviation > 0, deviation, 1.0)
    return X
