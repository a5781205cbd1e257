"""The batch is overwritten.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    root = np.sqrt(x.var(axis=0) + eps)
    x -= x.mean(axis=0)
    x /= root
    return gamma * x + beta, (x, root, gamma)
