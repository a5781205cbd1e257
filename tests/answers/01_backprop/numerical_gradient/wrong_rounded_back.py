"""x is put back by + eps, which rounds.

check: x is left alone
hint: was changed in place
"""


def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += eps
        right = f(x)
        x[index] -= 2 * eps
        gradient[index] = (right - f(x)) / (2 * eps)
        x[index] += eps
    return gradient
