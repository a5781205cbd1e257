"""The square enters the step as well.

check: one step after some history
hint: the step holds the square of the gradient
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    square = grad**2
    accum = accum + square
    return theta - lr * square / (np.sqrt(accum) + eps), accum
