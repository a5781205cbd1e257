"""The default of beta was changed to 0.99.

check: twenty steps equal Keras' SGD(momentum=0.9)
hint: first difference at index
"""


def momentum_step(theta, grad, velocity, lr, beta=0.99):
    velocity = beta * velocity - lr * grad
    return theta + velocity, velocity
