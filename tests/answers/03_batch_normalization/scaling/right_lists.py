"""Nested lists come back."""


def min_max_scale(X_train, X):
    low, high = X_train.min(axis=0), X_train.max(axis=0)
    return ((X - low) / np.where(high > low, high - low, 1.0)).tolist()


def standardize(X_train, X):
    deviation = X_train.std(axis=0)
    return ((X - X_train.mean(axis=0)) / np.where(deviation > 0, deviation, 1.0)).tolist()
