"""One einsum over the differences."""


def reconstruction_error(X, X_hat):
    difference = X - X_hat
    return np.einsum("nd,nd->n", difference, difference) / X.shape[1]
