"""The sum is divided by the number of rows.

check: one error for each of two rows
hint: expected
"""


def reconstruction_error(X, X_hat):
    return ((X - X_hat) ** 2).sum(axis=1) / len(X)
