"""X is centred in place.

check: the inputs are left alone
hint: argument 2 was changed in place
"""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    V = np.linalg.svd(X_train - mean, full_matrices=False)[2][:k]
    X -= mean
    return mean + X @ V.T @ V
