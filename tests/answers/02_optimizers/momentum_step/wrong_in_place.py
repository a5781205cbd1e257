"""The caller's theta and velocity are changed.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity *= beta
    velocity -= lr * grad
    theta += velocity
    return theta, velocity
