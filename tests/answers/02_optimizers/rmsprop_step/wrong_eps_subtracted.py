"""eps is subtracted from the root.

check: a tiny slope still leads downhill, at most lr far when nothing is averaged
hint: eps makes the divisor larger, never smaller
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = rho * mean_square + (1 - rho) * grad**2
    return theta - lr * grad / (np.sqrt(mean_square) - eps), mean_square
