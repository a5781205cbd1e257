"""Keras' own function; a tensor comes back."""


def reconstruction_error(X, X_hat):
    return keras.losses.mean_squared_error(X, X_hat)
