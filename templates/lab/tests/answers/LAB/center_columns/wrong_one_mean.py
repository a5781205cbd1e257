"""One mean for the whole table.

check: two rows, each as far from the mean as the other
hint: every column has its own
"""


def center_columns(X):
    return X - np.mean(X)
