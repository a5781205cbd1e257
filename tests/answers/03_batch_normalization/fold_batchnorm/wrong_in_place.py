"""W is overwritten.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    scale = gamma / np.sqrt(var + eps)
    W *= scale
    return W, (b - mean) * scale + beta
