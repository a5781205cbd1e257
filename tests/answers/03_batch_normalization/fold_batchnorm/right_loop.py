"""Unit by unit, lists come back."""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    units = range(len(b))
    scales = [gamma[j] / (var[j] + eps) ** 0.5 for j in units]
    return [[row[j] * scales[j] for j in units] for row in W], [(b[j] - mean[j]) * scales[j] + beta[j] for j in units]
