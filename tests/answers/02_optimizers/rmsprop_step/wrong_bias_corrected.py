"""The first-step correction of Adam is applied at every step.

check: one step after some history
hint: theta: expected [0.9458, -2.2], got
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = rho * mean_square + (1 - rho) * grad**2
    return theta - lr * grad / (np.sqrt(mean_square / (1 - rho)) + eps), mean_square
