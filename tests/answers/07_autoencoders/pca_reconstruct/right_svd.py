"""Right singular vectors of the centred rows, the first k."""


def pca_reconstruct(X_train, X, k):
    mean = np.mean(X_train, axis=0)
    components = np.linalg.svd(X_train - mean, full_matrices=False)[2][:k]
    codes = (X - mean) @ components.T
    return codes @ components + mean
