"""One direction after the other by power iteration, each removed from the covariance."""


def pca_reconstruct(X_train, X, k):
    mean = X_train.mean(axis=0)
    scatter = (X_train - mean).T @ (X_train - mean)
    result = np.tile(mean, (len(X), 1))
    for number in range(k):
        direction = np.random.default_rng(number).normal(size=X.shape[1])
        for _ in range(3000):
            direction = scatter @ direction
            direction = direction / np.linalg.norm(direction)
        scatter = scatter - (direction @ scatter @ direction) * np.outer(direction, direction)
        result = result + np.outer((X - mean) @ direction, direction)
    return result
