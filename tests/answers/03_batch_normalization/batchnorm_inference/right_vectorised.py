"""The formula with the remembered statistics."""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    return beta + gamma * (x - running_mean) / np.sqrt(running_var + eps)
