"""The squares are returned.

check: one error for each of two rows
hint: the squares were not averaged
"""


def reconstruction_error(X, X_hat):
    return (X - X_hat) ** 2
