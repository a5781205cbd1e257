"""np.where throws the overflowed half away; only a warning remains."""


def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * (np.exp(z) - 1))


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1, alpha * np.exp(z))
