"""A factor one half.

check: one error for each of two rows
hint: there is no factor ½ here
"""


def reconstruction_error(X, X_hat):
    return 0.5 * ((X - X_hat) ** 2).mean(axis=1)
