"""The gradient is scaled by 1 - beta, as in a moving average.

check: one step from a moving start
hint: the gradient is scaled by 1 - beta
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = beta * velocity - (1 - beta) * lr * grad
    return theta + velocity, velocity
