"""Whole arrays, with the spread replaced by 1 where there is none."""


def min_max_scale(X_train, X):
    low, spread = X_train.min(axis=0), np.ptp(X_train, axis=0)
    return (X - low) / np.where(spread == 0, 1, spread)


def standardize(X_train, X):
    deviation = np.std(X_train, axis=0)
    deviation[deviation == 0] = 1
    return (X - np.mean(X_train, axis=0)) / deviation
