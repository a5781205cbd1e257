"""The statistics are updated with this batch first.

check: three rows with remembered statistics and eps = 5
hint: this batch was mixed into the statistics
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    mean = 0.99 * running_mean + 0.01 * x.mean(axis=0)
    var = 0.99 * running_var + 0.01 * x.var(axis=0)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta
