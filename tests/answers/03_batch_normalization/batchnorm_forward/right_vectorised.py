"""Mean, variance, root; the cache is a dict."""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    mean, var = np.mean(x, axis=0), np.var(x, axis=0)
    x_hat = (x - mean) / np.sqrt(var + eps)
    return gamma * x_hat + beta, {"x_hat": x_hat, "var": var, "eps": eps, "gamma": gamma}
