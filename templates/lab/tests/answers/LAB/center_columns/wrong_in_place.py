"""The input itself is changed.

check: the input is left alone
hint: argument 1 was changed in place
"""


def center_columns(X):
    X -= X.mean(axis=0)
    return X
