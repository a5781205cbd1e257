"""The result is rounded for display.

check: a matrix of parameters with slopes of both signs
hint: first difference at index
"""


def gd_step(theta, grad, lr):
    return np.round(theta - lr * grad, 2)
