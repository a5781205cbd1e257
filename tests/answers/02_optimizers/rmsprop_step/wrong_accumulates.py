"""The squares add up without forgetting, which is AdaGrad.

check: one step after some history
hint: the squares add up without forgetting
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = mean_square + grad**2
    return theta - lr * grad / (np.sqrt(mean_square) + eps), mean_square
