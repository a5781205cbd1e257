"""theta moves with the velocity of before the step.

check: one step on theta**2
hint: theta moved with the old velocity
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    return theta + velocity, beta * velocity - lr * grad_fn(theta + beta * velocity)
