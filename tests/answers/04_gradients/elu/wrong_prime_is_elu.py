"""elu_prime returns elu.

check: elu_prime at four places
hint: that is elu itself
"""


def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0)) - 1))


def elu_prime(z, alpha=1.0):
    return elu(z, alpha)
