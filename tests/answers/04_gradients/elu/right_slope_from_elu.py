"""The slope on the negative side is elu + alpha."""


def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1.0, elu(z, alpha) + alpha)
