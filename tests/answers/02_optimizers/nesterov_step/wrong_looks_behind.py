"""The gradient is taken at theta - beta * velocity.

check: one step on theta**2
hint: the gradient was taken behind
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    velocity = beta * velocity - lr * grad_fn(theta - beta * velocity)
    return theta + velocity, velocity
