"""The rows are centred on their own mean.

check: k = 1: rows vary most along the first axis, around the mean (0, 3, 0)
hint: centred on the mean of X: use the mean of X_train
"""


def pca_reconstruct(X_train, X, k):
    V = np.linalg.svd(X_train - X_train.mean(axis=0), full_matrices=False)[2][:k]
    mean = X.mean(axis=0)
    return mean + (X - mean) @ V.T @ V
