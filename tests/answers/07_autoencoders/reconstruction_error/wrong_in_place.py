"""The differences are written into X.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def reconstruction_error(X, X_hat):
    X -= X_hat
    return (X**2).mean(axis=1)
