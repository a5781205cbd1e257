"""velocity comes before theta.

check: one step from a moving start
hint: the right values in the wrong order
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = beta * velocity - lr * grad
    return velocity, theta + velocity
