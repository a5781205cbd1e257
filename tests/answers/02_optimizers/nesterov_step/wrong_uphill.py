"""The gradient is added to the velocity.

check: one step on theta**2
hint: the gradient was added
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    velocity = beta * velocity + lr * grad_fn(theta + beta * velocity)
    return theta + velocity, velocity
