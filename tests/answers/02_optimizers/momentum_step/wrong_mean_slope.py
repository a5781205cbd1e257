"""One mean slope for all parameters.

check: one step from a moving start
hint: expected [1.04, -2.28], got [1.015, -2.255]
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = beta * velocity - lr * np.mean(grad)
    return theta + velocity, velocity
