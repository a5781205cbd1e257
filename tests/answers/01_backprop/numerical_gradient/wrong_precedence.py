"""/ 2 * eps divides by 2 and multiplies by eps.

check: central differences of x**3 with a coarse step: 3 x**2 + eps**2 exactly
hint: divides by 2 and multiplies by eps
"""


def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = eps
        gradient[index] = (f(x + step) - f(x - step)) / 2 * eps
    return gradient
