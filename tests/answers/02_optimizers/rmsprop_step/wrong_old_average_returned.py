"""The average is updated inside, but the old one is returned.

check: one step after some history
hint: the average from before the step is returned
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    new_mean_square = rho * mean_square + (1 - rho) * grad**2
    return theta - lr * grad / (np.sqrt(new_mean_square) + eps), mean_square
