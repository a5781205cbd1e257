"""theta moves with the average of before the step.

check: one step after some history
hint: theta moved with the old average
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    return theta - lr * grad / (np.sqrt(mean_square) + eps), rho * mean_square + (1 - rho) * grad**2
