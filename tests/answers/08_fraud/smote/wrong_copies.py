"""Plain oversampling.

check: the new rows are new
hint: are copies
"""


def smote(X_minority, n_new, k, rng):
    return X_minority[rng.integers(len(X_minority), size=n_new)]
