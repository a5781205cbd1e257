"""Divided by the variance.

check: four rows with eps = 5, large enough to show where it goes
hint: the root is missing
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    return gamma * (x - x.mean(axis=0)) / (x.var(axis=0) + eps) + beta, None
