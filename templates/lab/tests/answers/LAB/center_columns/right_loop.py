"""An explicit loop over the columns."""


def center_columns(X):
    centered = np.array(X, dtype=float)
    for j in range(centered.shape[1]):
        centered[:, j] -= sum(centered[:, j]) / len(centered)
    return centered
