"""The bias comes first.

check: two units with eps = 5
hint: the right values in the wrong order
"""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    scale = gamma / np.sqrt(var + eps)
    return (b - mean) * scale + beta, W * scale
