"""Boolean indexing on copies."""


def elu(z, alpha=1.0):
    result = z.copy()
    negative = z <= 0
    result[negative] = alpha * np.expm1(z[negative])
    return result


def elu_prime(z, alpha=1.0):
    result = np.ones_like(z)
    result[z < 0] = alpha * np.exp(z[z < 0])
    return result
