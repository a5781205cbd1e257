"""The columns are divided by their deviations, one of which is 0 on the digits.

check: real digits
hint: stopped with LinAlgError
"""


def pca_reconstruct(X_train, X, k):
    mean, deviation = X_train.mean(axis=0), X_train.std(axis=0)
    V = np.linalg.svd((X_train - mean) / deviation, full_matrices=False)[2][:k]
    return mean + ((X - mean) / deviation) @ V.T @ V * deviation
