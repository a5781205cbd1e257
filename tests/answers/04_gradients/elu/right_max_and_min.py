"""The sum of a positive and a negative part."""


def elu(z, alpha=1.0):
    return np.maximum(z, 0) + alpha * np.expm1(np.minimum(z, 0))


def elu_prime(z, alpha=1.0):
    return (z > 0) + (z <= 0) * alpha * np.exp(np.minimum(z, 0))
