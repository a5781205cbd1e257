"""Computed and returned in float32."""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = (np.asarray(part, dtype="float32") for part in cache)
    dout = dout.astype("float32")
    g = gamma * dout
    dx = inverse * (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0))
    return dx, (dout * x_hat).sum(axis=0), dout.sum(axis=0)
