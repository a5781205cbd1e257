"""The differences are not squared.

check: one error for each of two rows
hint: the differences were not squared
"""


def reconstruction_error(X, X_hat):
    return (X - X_hat).mean(axis=1)
