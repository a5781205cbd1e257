"""Directions of the centred rows, but X is projected as it is.

check: k = 1: rows vary most along the first axis, around the mean (0, 3, 0)
hint: the mean was not added back
"""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    V = np.linalg.svd(X_train - mean, full_matrices=False)[2][:k]
    return X @ V.T @ V
