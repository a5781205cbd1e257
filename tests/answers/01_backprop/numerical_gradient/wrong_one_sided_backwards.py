"""A step to the left only.

check: central differences of x**3 with a coarse step: 3 x**2 + eps**2 exactly
hint: that is a one-sided difference, backwards
"""


def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = eps
        gradient[index] = (f(x) - f(x - step)) / eps
    return gradient
