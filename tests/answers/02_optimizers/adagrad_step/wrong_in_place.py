"""The caller's theta and accum are changed.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum += grad**2
    theta -= lr * grad / (np.sqrt(accum) + eps)
    return theta, accum
