"""A cache with names, and the variance way written with the deviation."""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    mean, root = x.mean(axis=0), np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - mean) / root
    return gamma * x_hat + beta, {"x": x, "mean": mean, "root": root, "x_hat": x_hat, "gamma": gamma}


def batchnorm_backward(dout, cache):
    x_hat, root = cache["x_hat"], cache["root"]
    g = dout * cache["gamma"]
    droot = -(g * (cache["x"] - cache["mean"])).sum(axis=0) / root**2
    dvar = droot / (2 * root)
    dcentred = g / root + 2 * (cache["x"] - cache["mean"]) * dvar / len(g)
    return dcentred - dcentred.mean(axis=0), (dout * x_hat).sum(axis=0), dout.sum(axis=0)
