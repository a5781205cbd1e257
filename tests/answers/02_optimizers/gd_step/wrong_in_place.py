"""The caller's theta is changed.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def gd_step(theta, grad, lr):
    theta -= lr * grad
    return theta
