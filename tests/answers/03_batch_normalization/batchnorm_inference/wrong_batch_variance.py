"""The variance of this batch.

check: three rows with remembered statistics and eps = 5
hint: the variance of this batch was used
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    return gamma * (x - running_mean) / np.sqrt(x.var(axis=0) + eps) + beta
