"""mean_square comes before theta.

check: one step after some history
hint: the right values in the wrong order
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = rho * mean_square + (1 - rho) * grad**2
    return mean_square, theta - lr * grad / (np.sqrt(mean_square) + eps)
