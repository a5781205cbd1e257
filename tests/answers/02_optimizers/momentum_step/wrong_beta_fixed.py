"""0.9 is written into the body and beta is ignored.

check: beta = 0 is plain gradient descent
hint: expected [0.95, -2.1], got [1.04, -2.28]
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = 0.9 * velocity - lr * grad
    return theta + velocity, velocity
