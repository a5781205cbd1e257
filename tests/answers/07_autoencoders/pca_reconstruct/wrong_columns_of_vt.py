"""The columns of the third result of svd are taken for directions.

check: a direction that lies askew (a column of what eigh returns, a row of what svd returns)
hint: expected [[7, -5, 2]
"""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    V = np.linalg.svd(X_train - mean, full_matrices=False)[2][:, :k].T
    return mean + (X - mean) @ V.T @ V
