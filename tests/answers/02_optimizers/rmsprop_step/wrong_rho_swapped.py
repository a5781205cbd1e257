"""rho and 1 - rho are swapped.

check: one step after some history
hint: rho and 1 - rho are swapped
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = (1 - rho) * mean_square + rho * grad**2
    return theta - lr * grad / (np.sqrt(mean_square) + eps), mean_square
