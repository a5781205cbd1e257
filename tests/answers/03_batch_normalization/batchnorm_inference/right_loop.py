"""Number by number, lists come back."""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    n, d = x.shape
    out = [[0.0] * d for _ in range(n)]
    for i in range(n):
        for j in range(d):
            out[i][j] = gamma[j] * (x[i, j] - running_mean[j]) / (running_var[j] + eps) ** 0.5 + beta[j]
    return out
