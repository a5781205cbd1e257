"""Divided by the variance.

check: three rows with remembered statistics and eps = 5
hint: the root is missing
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    return gamma * (x - running_mean) / (running_var + eps) + beta
