"""Calls .item() on what f returns, which a plain float does not have.

check: a network's loss: TensorFlow finds the same gradient
hint: 'float' object has no attribute 'item'
"""


def numerical_gradient(f, x, eps=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = eps
        gradient[index] = (f(x + step).item() - f(x - step).item()) / (2 * eps)
    return gradient
