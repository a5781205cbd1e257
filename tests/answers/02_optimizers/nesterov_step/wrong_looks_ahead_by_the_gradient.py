"""The place ahead includes the plain gradient step too.

check: from rest it is plain gradient descent
hint: value 1: expected [0.8, -1.6]
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    ahead = theta + beta * velocity - lr * grad_fn(theta)
    velocity = beta * velocity - lr * grad_fn(ahead)
    return theta + velocity, velocity
