"""Left singular vectors of the transposed data."""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0, keepdims=True)
    V = np.linalg.svd((X_train - mean).T, full_matrices=False)[0][:, :k]
    return mean + (V @ V.T @ (X - mean).T).T
