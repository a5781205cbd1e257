"""The learning rate is forgotten.

check: one step on theta**2
hint: the learning rate is missing
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    velocity = beta * velocity - grad_fn(theta + beta * velocity)
    return theta + velocity, velocity
