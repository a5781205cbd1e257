"""The return is forgotten.

check: one step on theta**2
hint: got None: every path of your function must end in a return
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    velocity = beta * velocity - lr * grad_fn(theta + beta * velocity)
    theta = theta + velocity
