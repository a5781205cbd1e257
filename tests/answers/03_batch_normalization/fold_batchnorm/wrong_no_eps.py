"""eps is forgotten.

check: two units with eps = 5
hint: eps is missing
"""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    scale = gamma / np.sqrt(var)
    return W * scale, (b - mean) * scale + beta
