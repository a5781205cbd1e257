"""0 / 0 where no gradient has come yet.

check: a parameter that never had a gradient stays where it is
hint: 0 / 0: add eps to the root
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = rho * mean_square + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(mean_square), mean_square
