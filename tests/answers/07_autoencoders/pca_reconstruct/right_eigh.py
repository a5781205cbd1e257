"""Eigenvectors of the covariance matrix, the last k."""


def pca_reconstruct(X_train, X, k):
    mean = np.mean(X_train, axis=0)
    directions = np.linalg.eigh(np.cov(X_train, rowvar=False))[1][:, -k:]
    codes = (X - mean) @ directions
    return codes @ directions.T + mean
