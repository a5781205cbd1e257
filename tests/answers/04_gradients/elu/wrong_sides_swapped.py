"""The condition is the wrong way round.

check: elu at four places
hint: the two sides are swapped
"""


def elu(z, alpha=1.0):
    return np.where(z < 0, z, alpha * (np.exp(z) - 1))


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))
