"""The columns of the third result of svd are taken for directions.

check: equal to scikit-learn's PCA, on training rows and on new ones
hint: first difference at index
"""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    V = np.linalg.svd(X_train - mean, full_matrices=False)[2][:, :k].T
    return mean + (X - mean) @ V.T @ V
