"""The old bias is forgotten.

check: two units with eps = 5
hint: the old bias is forgotten
"""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    scale = gamma / np.sqrt(var + eps)
    return W * scale, beta - mean * scale
