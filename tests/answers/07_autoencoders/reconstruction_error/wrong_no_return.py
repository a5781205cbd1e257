"""The return is forgotten.

check: one error for each of two rows
hint: got None
"""


def reconstruction_error(X, X_hat):
    ((X - X_hat) ** 2).mean(axis=1)
