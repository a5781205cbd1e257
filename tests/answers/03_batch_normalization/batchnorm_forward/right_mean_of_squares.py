"""The variance as the mean of the squared deviations, the cache a list."""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    centred = x - x.mean(axis=0, keepdims=True)
    variance = (centred**2).mean(axis=0, keepdims=True)
    x_hat = centred * (variance + eps) ** -0.5
    return [x_hat * gamma + beta, [x_hat, variance, gamma, eps]]
