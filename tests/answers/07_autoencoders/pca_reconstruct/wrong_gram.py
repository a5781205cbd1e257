"""Eigenvectors of the rows' inner products, brought back to columns and not made unit length.

check: fewer rows than columns
hint: first difference at index
"""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    centred = X_train - mean
    V = centred.T @ np.linalg.eigh(centred @ centred.T)[1][:, -k:]
    return mean + (X - mean) @ V @ V.T
