"""The matrix of all derivatives of one feature, feature by feature."""


def batchnorm_backward(dout, cache):
    x_hat, inverse, gamma = cache
    n, d = dout.shape
    dx = np.empty((n, d))
    for j in range(d):
        jacobian = np.eye(n) - 1 / n - np.outer(x_hat[:, j], x_hat[:, j]) / n
        dx[:, j] = gamma[j] * inverse[j] * jacobian @ dout[:, j]
    return dx, np.array([dout[:, j] @ x_hat[:, j] for j in range(d)]), np.array([dout[:, j].sum() for j in range(d)])
