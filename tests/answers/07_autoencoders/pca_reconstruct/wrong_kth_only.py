"""The k-th component alone.

check: with all components nothing is lost
hint: the k-th component alone
"""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    directions = np.linalg.svd(X_train - mean, full_matrices=False)[2]
    return mean + (X - mean) @ directions[k - 1 : k].T @ directions[k - 1 : k]
