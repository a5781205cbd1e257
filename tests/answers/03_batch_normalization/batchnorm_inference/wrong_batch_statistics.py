"""Mean and variance of this batch.

check: three rows with remembered statistics and eps = 5
hint: the statistics of this batch were used
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta
