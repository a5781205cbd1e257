"""The general eigenvalue routine, sorted by hand, row by row; lists come back."""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    values, vectors = np.linalg.eig((X_train - mean).T @ (X_train - mean) / len(X_train))
    order = np.argsort(values.real)[::-1]
    directions = [vectors[:, place].real for place in order[:k]]
    return [(mean + sum(((row - mean) @ v) * v for v in directions)).tolist() for row in X]
