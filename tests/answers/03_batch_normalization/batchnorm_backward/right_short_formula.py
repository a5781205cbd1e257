"""The usual short form with n in front, a list of lists comes back."""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    n = dout.shape[0]
    dbeta = dout.sum(0)
    dgamma = np.einsum("ij,ij->j", dout, x_hat)
    dx = gamma * inverse / n * (n * dout - dbeta - x_hat * dgamma)
    return [dx.tolist(), dgamma.tolist(), dbeta.tolist()]
