"""The gradient is scaled by 1 - beta.

check: one step on theta**2
hint: the gradient is scaled by 1 - beta
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    velocity = beta * velocity - lr * (1 - beta) * grad_fn(theta + beta * velocity)
    return theta + velocity, velocity
