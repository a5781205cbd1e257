"""theta moves well, but the velocity of before the step is returned.

check: one step from a moving start
hint: the velocity from before the step is returned
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    return theta + beta * velocity - lr * grad, velocity
