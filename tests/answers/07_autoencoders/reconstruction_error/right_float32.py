"""Single precision throughout."""


def reconstruction_error(X, X_hat):
    difference = np.asarray(X, np.float32) - np.asarray(X_hat, np.float32)
    return (difference**2).mean(axis=1)
