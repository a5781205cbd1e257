"""eps is added to the deviation.

check: three rows with remembered statistics and eps = 5
hint: eps stands outside the root
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    return gamma * (x - running_mean) / (np.sqrt(running_var) + eps) + beta
