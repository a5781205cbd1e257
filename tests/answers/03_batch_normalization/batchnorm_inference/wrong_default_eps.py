"""The default eps is that of another library.

check: as Keras' layer at inference, with the default eps and a feature that never varied
hint: relative error
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta
