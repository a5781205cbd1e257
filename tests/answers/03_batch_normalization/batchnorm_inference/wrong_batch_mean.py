"""The mean of this batch.

check: three rows with remembered statistics and eps = 5
hint: the mean of this batch was used
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(running_var + eps) + beta
