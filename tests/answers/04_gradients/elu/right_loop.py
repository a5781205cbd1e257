"""Element by element; lists come back for vectors."""


def elu(z, alpha=1.0):
    import math

    values = [x if x > 0 else alpha * math.expm1(x) for x in np.ravel(z)]
    return np.reshape(values, np.shape(z)).tolist()


def elu_prime(z, alpha=1.0):
    import math

    values = [1.0 if x > 0 else alpha * math.exp(x) for x in np.ravel(z)]
    return np.reshape(values, np.shape(z)).tolist()
