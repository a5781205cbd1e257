"""Copies with noise.

check: every new row lies on the way from one row to another
hint: beside every line
"""


def smote(X_minority, n_new, k, rng):
    starts = rng.integers(len(X_minority), size=n_new)
    return X_minority[starts] + 0.1 * rng.normal(size=(n_new, X_minority.shape[1]))
