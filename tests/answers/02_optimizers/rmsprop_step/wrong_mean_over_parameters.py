"""The mean is taken over the parameters too.

check: one step after some history
hint: the mean runs over the parameters
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = rho * mean_square + (1 - rho) * np.mean(grad**2)
    return theta - lr * grad / (np.sqrt(mean_square) + eps), mean_square
