"""Keras' form: the gradient at theta, and theta is the place ahead.

check: one step on theta**2
hint: that is Keras' form
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    grad = grad_fn(theta)
    velocity = beta * velocity - lr * grad
    return theta + beta * velocity - lr * grad, velocity
