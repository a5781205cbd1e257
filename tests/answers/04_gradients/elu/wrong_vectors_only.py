"""A loop over the first axis.

check: a whole layer equals Keras' elu
hint: stopped with ValueError
"""


def elu(z, alpha=1.0):
    return np.array([x if x > 0 else alpha * (np.exp(x) - 1) for x in z])


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))
