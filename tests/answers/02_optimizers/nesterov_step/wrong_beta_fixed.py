"""0.9 is written into the body and beta is ignored.

check: another beta
hint: expected [0.75, -0.9], got
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    velocity = 0.9 * velocity - lr * grad_fn(theta + 0.9 * velocity)
    return theta + velocity, velocity
