"""The gradient is taken at theta, which is plain momentum.

check: one step on theta**2
hint: the gradient was taken at theta: that is plain momentum
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    velocity = beta * velocity - lr * grad_fn(theta)
    return theta + velocity, velocity
