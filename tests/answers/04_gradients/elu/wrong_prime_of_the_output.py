"""The derivative in terms of elu's output.

check: elu_prime at four places
hint: the argument was taken for elu's output
"""


def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0)) - 1))


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1.0, z + alpha)
