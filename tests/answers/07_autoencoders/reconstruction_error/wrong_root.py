"""The root of the mean square.

check: one error for each of two rows
hint: a root was taken
"""


def reconstruction_error(X, X_hat):
    return np.sqrt(((X - X_hat) ** 2).mean(axis=1))
