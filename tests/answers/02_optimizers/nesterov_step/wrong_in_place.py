"""The caller's theta and velocity are changed.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    slope = grad_fn(theta + beta * velocity)
    velocity *= beta
    velocity -= lr * slope
    theta += velocity
    return theta, velocity
