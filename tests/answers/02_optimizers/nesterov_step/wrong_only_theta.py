"""The velocity is not returned.

check: one step on theta**2
hint: expected 2 values (theta, velocity), got one array
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    return theta + beta * velocity - lr * grad_fn(theta + beta * velocity)
