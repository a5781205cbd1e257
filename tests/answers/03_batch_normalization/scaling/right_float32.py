"""Computed and returned in float32."""


def min_max_scale(X_train, X):
    X_train, X = X_train.astype("float32"), X.astype("float32")
    low, high = X_train.min(axis=0), X_train.max(axis=0)
    return (X - low) / np.where(high > low, high - low, np.float32(1))


def standardize(X_train, X):
    X_train, X = X_train.astype("float32"), X.astype("float32")
    deviation = X_train.std(axis=0)
    return (X - X_train.mean(axis=0)) / np.where(deviation > 0, deviation, np.float32(1))
