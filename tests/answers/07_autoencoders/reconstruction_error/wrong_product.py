"""The rows are multiplied instead of subtracted.

check: a perfect copy has error 0 in every row
hint: expected [0, 0], got [0, 7.5]
"""


def reconstruction_error(X, X_hat):
    return (X * X_hat).mean(axis=1)
