"""The formula, axis counted from the end."""


def reconstruction_error(X, X_hat):
    return np.mean(np.square(np.subtract(X, X_hat)), axis=-1)
