"""beta is multiplied by the scale.

check: two units with eps = 5
hint: beta is scaled too
"""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    scale = gamma / np.sqrt(var + eps)
    return W * scale, (b - mean + beta) * scale
