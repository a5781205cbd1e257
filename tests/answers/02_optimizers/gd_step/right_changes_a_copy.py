"""In place, but on a copy."""


def gd_step(theta, grad, lr):
    theta = theta.copy()
    theta -= lr * grad
    return theta
