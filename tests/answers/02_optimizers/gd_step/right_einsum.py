"""One product of the row (1, -lr) with the stacked pair (theta, grad)."""


def gd_step(theta, grad, lr):
    return np.einsum("i,i...->...", [1.0, -lr], np.stack([theta, grad]))
