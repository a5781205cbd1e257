"""A leaky ReLU.

check: elu at four places
hint: that is a leaky ReLU
"""


def elu(z, alpha=1.0):
    return np.where(z > 0, z, 0.01 * z)


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1.0, 0.01)
