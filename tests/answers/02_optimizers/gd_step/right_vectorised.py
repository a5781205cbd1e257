"""Two whole-array operations with NumPy's function names."""


def gd_step(theta, grad, lr):
    return np.subtract(theta, np.multiply(lr, grad))
