"""The result is computed and lost.

check: min-max: new rows on the scale of the training rows
hint: got None
"""


def min_max_scale(X_train, X):
    (X - X_train.min(axis=0)) / np.ptp(X_train, axis=0)


def standardize(X_train, X):
    (X - X_train.mean(axis=0)) / X_train.std(axis=0)
