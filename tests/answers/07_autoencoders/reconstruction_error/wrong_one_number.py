"""The mean over everything.

check: one error for each of two rows
hint: one number for all rows
"""


def reconstruction_error(X, X_hat):
    return ((X - X_hat) ** 2).mean()
