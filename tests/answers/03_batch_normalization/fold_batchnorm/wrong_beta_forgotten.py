"""beta is forgotten.

check: two units with eps = 5
hint: beta is forgotten
"""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    scale = gamma / np.sqrt(var + eps)
    return W * scale, (b - mean) * scale
