"""The gradient is divided by the mean square itself.

check: one step after some history
hint: the root is missing
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = rho * mean_square + (1 - rho) * grad**2
    return theta - lr * grad / (mean_square + eps), mean_square
