"""The directions that are left over are subtracted."""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    rest = np.linalg.eigh(np.cov(X_train.T))[1][:, : X.shape[1] - k]
    return X - (X - mean) @ rest @ rest.T
