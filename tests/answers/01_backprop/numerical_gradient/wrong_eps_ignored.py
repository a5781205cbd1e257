"""A step of its own.

check: central differences of x**3 with a coarse step: 3 x**2 + eps**2 exactly
hint: the argument eps is ignored
"""


def numerical_gradient(f, x, eps=1e-5):
    eps = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = eps
        gradient[index] = (f(x + step) - f(x - step)) / (2 * eps)
    return gradient
