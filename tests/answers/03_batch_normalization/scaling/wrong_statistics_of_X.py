"""Mean, deviation, minimum and maximum are those of the rows to scale.

check: standardize: new rows on the scale of the training rows
hint: mean and deviation were taken from X
"""


def min_max_scale(X_train, X):
    low, high = X.min(axis=0), X.max(axis=0)
    return (X - low) / np.where(high > low, high - low, 1.0)


def standardize(X_train, X):
    deviation = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(deviation > 0, deviation, 1.0)
