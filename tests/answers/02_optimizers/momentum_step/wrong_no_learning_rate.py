"""The learning rate is forgotten.

check: one step from a moving start
hint: the learning rate is missing
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = beta * velocity - grad
    return theta + velocity, velocity
