"""The velocity is not returned.

check: one step from a moving start
hint: expected 2 values (theta, velocity), got one array
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = beta * velocity - lr * grad
    return theta + velocity
