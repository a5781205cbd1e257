"""Absolute values are added instead of squares.

check: one step after some history
hint: the gradient was added without its square
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + np.abs(grad)
    return theta - lr * grad / (np.sqrt(accum) + eps), accum
