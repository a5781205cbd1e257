"""The layer is affine: its answers to zero and to unit rows say all."""


def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    answer = lambda x: gamma * (x @ W + b - mean) / np.sqrt(var + eps) + beta
    bias = answer(np.zeros((1, len(W))))[0]
    return answer(np.eye(len(W))) - bias, bias
