"""The gradient is divided by the sum itself.

check: one step after some history
hint: the root is missing
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + grad**2
    return theta - lr * grad / (accum + eps), accum
