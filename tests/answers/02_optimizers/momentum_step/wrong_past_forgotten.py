"""The velocity is made of the gradient alone.

check: one step from a moving start
hint: the velocity forgot its past
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = -lr * grad
    return theta + velocity, velocity
