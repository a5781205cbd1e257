"""The length of the difference.

check: one error for each of two rows
hint: the length of the difference
"""


def reconstruction_error(X, X_hat):
    return np.linalg.norm(X - X_hat, axis=1)
