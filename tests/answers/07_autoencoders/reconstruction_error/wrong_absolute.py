"""Absolute differences.

check: one error for each of two rows
hint: absolute differences: square them
"""


def reconstruction_error(X, X_hat):
    return np.abs(X - X_hat).mean(axis=1)
