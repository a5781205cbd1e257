"""The sum over the columns.

check: one error for each of two rows
hint: the sum over the columns
"""


def reconstruction_error(X, X_hat):
    return ((X - X_hat) ** 2).sum(axis=1)
