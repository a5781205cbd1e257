"""The length of the difference, squared and divided by the number of entries."""


def reconstruction_error(X, X_hat):
    return np.linalg.norm(X - X_hat, axis=1) ** 2 / X.shape[1]
