"""The slope is guessed from one difference of grad_fn, as if it were the cost.

check: one step on theta**2
hint: expected [1.16, -0.88], got
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    ahead = theta + beta * velocity
    slope = (grad_fn(ahead + 1e-6) - grad_fn(ahead)) / 1e-6
    velocity = beta * velocity - lr * slope
    return theta + velocity, velocity
