"""velocity comes before theta.

check: one step on theta**2
hint: the right values in the wrong order
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    velocity = beta * velocity - lr * grad_fn(theta + beta * velocity)
    return velocity, theta + velocity
