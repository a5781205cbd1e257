"""Computed and returned in float32."""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    x, gamma, beta, mean, var = (np.float32(array) for array in (x, gamma, beta, running_mean, running_var))
    return gamma * (x - mean) / np.sqrt(var + np.float32(eps)) + beta
