"""The caller's z is overwritten.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def elu(z, alpha=1.0):
    z[z <= 0] = alpha * (np.exp(z[z <= 0]) - 1)
    return z


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))
