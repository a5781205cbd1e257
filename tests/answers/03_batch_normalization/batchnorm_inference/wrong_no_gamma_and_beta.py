"""Normalised, and nothing more.

check: three rows with remembered statistics and eps = 5
hint: gamma and beta are missing
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    return (x - running_mean) / np.sqrt(running_var + eps)
