"""The gradient is added.

check: one step downhill
hint: that step goes uphill
"""


def gd_step(theta, grad, lr):
    return theta + lr * grad
