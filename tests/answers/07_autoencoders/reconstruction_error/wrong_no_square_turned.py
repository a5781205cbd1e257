"""The differences are not squared, and taken the other way round.

check: one error for each of two rows
hint: and their sign is turned
"""


def reconstruction_error(X, X_hat):
    return (X_hat - X).mean(axis=1)
