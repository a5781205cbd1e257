"""The slope by a loop over the first axis.

check: elu_prime agrees with central differences of Keras' elu
hint: stopped with ValueError
"""


def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0)) - 1))


def elu_prime(z, alpha=1.0):
    return np.array([1.0 if x > 0 else alpha * np.exp(x) for x in z])
