"""The gradient of a table comes back flat.

check: a table gets a gradient of its own shape
hint: expected shape (2, 3), got (6,)
"""


def numerical_gradient(f, x, eps=1e-5):
    slopes = []
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = eps
        slopes.append((f(x + step) - f(x - step)) / (2 * eps))
    return np.array(slopes)
