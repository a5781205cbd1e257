"""The gradient is added to the velocity.

check: one step from a moving start
hint: the gradient was added
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = beta * velocity + lr * grad
    return theta + velocity, velocity
