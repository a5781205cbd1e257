"""A batch of one row is not normalised.

check: a batch of one row is all mean: beta comes out
hint: expected
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    if len(x) == 1:
        return gamma * x + beta, None
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta, None
