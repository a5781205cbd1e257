"""A loop over len(x) moves whole rows of a table.

check: a table gets a gradient of its own shape
hint: expected shape (2, 3), got (2,)
"""


def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(len(x))
    for j in range(len(x)):
        step = np.zeros(x.shape)
        step[j] = eps
        gradient[j] = (f(x + step) - f(x - step)) / (2 * eps)
    return gradient
