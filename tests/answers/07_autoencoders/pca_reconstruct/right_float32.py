"""Single precision throughout."""


def pca_reconstruct(X_train, X, k):
    X_train, X = np.asarray(X_train, np.float32), np.asarray(X, np.float32)
    mean = X_train.mean(axis=0)
    components = np.linalg.svd(X_train - mean, full_matrices=False)[2][:k]
    return mean + (X - mean) @ components.T @ components
