"""The centering matrix, identity minus 1/n everywhere."""


def center_columns(X):
    n = len(X)
    return (np.eye(n) - 1 / n) @ X
