"""The rows are multiplied instead of subtracted.

check: one error for each of two rows
hint: expected [3, 4], got [0, 3.5]
"""


def reconstruction_error(X, X_hat):
    return (X * X_hat).mean(axis=1)
