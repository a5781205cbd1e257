"""The gradient is taken at theta + velocity.

check: one step on theta**2
hint: the gradient was taken at theta + velocity
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    velocity = beta * velocity - lr * grad_fn(theta + velocity)
    return theta + velocity, velocity
