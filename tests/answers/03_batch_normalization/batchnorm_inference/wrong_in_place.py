"""The rows are overwritten.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    x -= running_mean
    x *= gamma / np.sqrt(running_var + eps)
    x += beta
    return x
