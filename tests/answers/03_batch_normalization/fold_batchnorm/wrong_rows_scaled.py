"""The rows of W are scaled.

check: two units with eps = 5
hint: the rows of W are scaled
"""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    scale = gamma / np.sqrt(var + eps)
    return W * scale[:, None], (b - mean) * scale + beta
