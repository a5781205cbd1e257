"""eps is added to the deviation.

check: two units with eps = 5
hint: eps stands outside the root
"""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    scale = gamma / (np.sqrt(var) + eps)
    return W * scale, (b - mean) * scale + beta
