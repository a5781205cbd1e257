"""theta moves with the velocity of before the step.

check: one step from a moving start
hint: theta moved with the old velocity
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    return theta + velocity, beta * velocity - lr * grad
