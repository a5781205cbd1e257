"""exp(alpha * z).

check: another alpha
hint: expected [-0.2594
"""


def elu(z, alpha=1.0):
    return np.where(z > 0, z, np.exp(alpha * np.minimum(z, 0)) - 1)


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))
