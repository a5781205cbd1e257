"""The caller's theta and mean_square are changed.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square *= rho
    mean_square += (1 - rho) * grad**2
    theta -= lr * grad / (np.sqrt(mean_square) + eps)
    return theta, mean_square
