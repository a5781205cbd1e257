"""Column by column, in a loop."""


def min_max_scale(X_train, X):
    scaled = np.zeros(X.shape)
    for j in range(X.shape[1]):
        low, high = min(X_train[:, j]), max(X_train[:, j])
        scaled[:, j] = (X[:, j] - low) / (high - low if high > low else 1)
    return scaled


def standardize(X_train, X):
    scaled = np.zeros(X.shape)
    for j in range(X.shape[1]):
        mean = sum(X_train[:, j]) / len(X_train)
        variance = sum((value - mean) ** 2 for value in X_train[:, j]) / len(X_train)
        scaled[:, j] = (X[:, j] - mean) / (variance**0.5 or 1)
    return scaled
