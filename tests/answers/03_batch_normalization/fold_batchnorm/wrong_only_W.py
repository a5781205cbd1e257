"""Only the weights come back.

check: two units with eps = 5
hint: expected 2 values
"""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    return W * gamma / np.sqrt(var + eps)
