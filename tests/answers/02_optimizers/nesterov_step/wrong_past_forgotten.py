"""The velocity is made of the gradient alone.

check: one step on theta**2
hint: the velocity forgot its past
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    velocity = -lr * grad_fn(theta + beta * velocity)
    return theta + velocity, velocity
