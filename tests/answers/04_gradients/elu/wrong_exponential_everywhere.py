"""No case for positive z.

check: elu at four places
hint: the exponential stands on both sides
"""


def elu(z, alpha=1.0):
    return alpha * (np.exp(z) - 1)


def elu_prime(z, alpha=1.0):
    return alpha * np.exp(z)
