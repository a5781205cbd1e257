"""Always one component.

check: with all components nothing is lost
hint: k is ignored
"""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    V = np.linalg.svd(X_train - mean, full_matrices=False)[2][:1]
    return mean + (X - mean) @ V.T @ V
