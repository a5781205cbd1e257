"""theta is new, but the caller's accum is changed.

check: the inputs are left alone
hint: argument 3 was changed in place
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum += grad**2
    return theta - lr * grad / (np.sqrt(accum) + eps), accum
