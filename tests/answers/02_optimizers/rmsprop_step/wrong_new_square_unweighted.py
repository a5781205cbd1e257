"""The past fades, but the new square enters whole.

check: one step after some history
hint: the new square enters whole
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = rho * mean_square + grad**2
    return theta - lr * grad / (np.sqrt(mean_square) + eps), mean_square
