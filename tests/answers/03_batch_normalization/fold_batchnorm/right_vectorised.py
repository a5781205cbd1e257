"""Scale the columns, shift the bias."""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    scale = gamma / np.sqrt(var + eps)
    return W * scale, beta + (b - mean) * scale
