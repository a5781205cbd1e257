"""The mean over the rows.

check: one error for each of two rows
hint: one error per column
"""


def reconstruction_error(X, X_hat):
    return ((X - X_hat) ** 2).mean(axis=0)
