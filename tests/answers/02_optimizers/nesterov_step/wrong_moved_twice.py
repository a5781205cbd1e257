"""theta stays at the place ahead and then moves by the whole velocity again.

check: one step on theta**2
hint: theta moved twice
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    theta = theta + beta * velocity
    velocity = beta * velocity - lr * grad_fn(theta)
    return theta + velocity, velocity
