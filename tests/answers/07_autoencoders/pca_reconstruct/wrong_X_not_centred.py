"""X is projected as it is, and the mean is added.

check: a direction that lies askew (a column of what eigh returns, a row of what svd returns)
hint: X was not centred before the projection
"""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    V = np.linalg.svd(X_train - mean, full_matrices=False)[2][:k]
    return mean + X @ V.T @ V
