"""The velocity has the other sign: beta * v + lr * grad, subtracted from theta.

check: one step from a moving start
hint: the velocity points uphill
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = beta * velocity + lr * grad
    return theta - velocity, velocity
