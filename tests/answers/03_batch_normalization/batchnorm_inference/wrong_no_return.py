"""Nothing comes back.

check: three rows with remembered statistics and eps = 5
hint: got None
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    print(gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta)
