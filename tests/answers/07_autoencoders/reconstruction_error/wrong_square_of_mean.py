"""The mean difference is squared.

check: one error for each of two rows
hint: the mean was squared
"""


def reconstruction_error(X, X_hat):
    return (X - X_hat).mean(axis=1) ** 2
