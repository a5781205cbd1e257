"""The gradient is averaged without its square.

check: one step after some history
hint: the gradient was not squared
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = rho * mean_square + (1 - rho) * grad
    return theta - lr * grad / (np.sqrt(mean_square) + eps), mean_square
