"""grad_fn is used as if it were the gradient.

check: one step on theta**2
hint: stopped with TypeError
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    velocity = beta * velocity - lr * grad_fn
    return theta + velocity, velocity
