"""eps is forgotten.

check: three rows with remembered statistics and eps = 5
hint: eps is missing
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    return gamma * (x - running_mean) / np.sqrt(running_var) + beta
