"""theta is new, but the caller's velocity is changed.

check: the inputs are left alone
hint: argument 3 was changed in place
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity *= beta
    velocity -= lr * grad
    return theta + velocity, velocity
