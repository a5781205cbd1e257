"""All entries move together.

check: central differences of x**3 with a coarse step: 3 x**2 + eps**2 exactly
hint: all entries were moved at once
"""


def numerical_gradient(f, x, eps=1e-5):
    slope = (f(x + eps) - f(x - eps)) / (2 * eps)
    return np.full(x.shape, slope)
