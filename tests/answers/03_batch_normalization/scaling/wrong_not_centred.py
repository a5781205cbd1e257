"""Only divided; the mean stays in.

check: standardize: new rows on the scale of the training rows
hint: the mean is not subtracted
"""


def min_max_scale(X_train, X):
    low, high = X_train.min(axis=0), X_train.max(axis=0)
    return (X - low) / np.where(high > low, high - low, 1.0)


def standardize(X_train, X):
    deviation = X_train.std(axis=0)
    return X / np.where(deviation > 0, deviation, 1.0)
