"""The moved entry of a copy is not put back.

check: entries that work together: x * y * z
hint: an entry was not put back
"""


def numerical_gradient(f, x, eps=1e-5):
    x = x.copy()
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += eps
        right = f(x)
        x[index] -= 2 * eps
        gradient[index] = (right - f(x)) / (2 * eps)
    return gradient
