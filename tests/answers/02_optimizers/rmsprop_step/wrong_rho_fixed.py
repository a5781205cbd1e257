"""0.9 is written into the body and rho is ignored.

check: one step after some history
hint: rho is ignored
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = 0.9 * mean_square + 0.1 * grad**2
    return theta - lr * grad / (np.sqrt(mean_square) + eps), mean_square
