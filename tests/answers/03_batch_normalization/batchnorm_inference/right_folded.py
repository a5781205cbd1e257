"""One multiplication and one addition."""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    scale = gamma / np.sqrt(running_var + eps)
    return x * scale + (beta - running_mean * scale)
