"""Four columns are taken for granted.

check: many rows, more rows than columns and the other way round
hint: first difference at index
"""


def reconstruction_error(X, X_hat):
    return ((X - X_hat) ** 2).sum(axis=1) / 4
