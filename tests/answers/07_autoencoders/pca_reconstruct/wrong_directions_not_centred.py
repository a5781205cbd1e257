"""The directions are those of rows that were not centred; mean subtracted and added all the same.

check: k = 1: rows vary most along the first axis, around the mean (0, 3, 0)
hint: expected
"""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    V = np.linalg.svd(X_train, full_matrices=False)[2][:k]
    return mean + (X - mean) @ V.T @ V
