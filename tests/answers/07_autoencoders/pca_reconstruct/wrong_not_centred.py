"""Nothing is centred.

check: k = 1: rows vary most along the first axis, around the mean (0, 3, 0)
hint: X_train was not centred
"""


def pca_reconstruct(X_train, X, k):
    V = np.linalg.svd(X_train, full_matrices=False)[2][:k]
    return X @ V.T @ V
