"""The old bias is added as it is.

check: two units with eps = 5
hint: the old bias is not scaled
"""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    scale = gamma / np.sqrt(var + eps)
    return W * scale, b - mean * scale + beta
