"""SciPy's expit, and masks written into copies."""

from scipy.special import expit


def sigmoid(z):
    return expit(z)


def relu(z):
    z = z.copy()
    z[z < 0] = 0
    return z


def leaky_relu(z, slope=0.01):
    z = z.copy()
    z[z < 0] *= slope
    return z


def sigmoid_prime(z):
    return expit(z) * expit(-z)


def tanh_prime(z):
    return 4 * sigmoid_prime(2 * z)


def relu_prime(z):
    slopes = np.ones_like(z)
    slopes[z < 0] = 0
    return slopes


def leaky_relu_prime(z, slope=0.01):
    slopes = np.ones_like(z)
    slopes[z < 0] = slope
    return slopes
