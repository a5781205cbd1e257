"""The results are printed instead of returned.

check: one step from a moving start
hint: got None: every path of your function must end in a return
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = beta * velocity - lr * grad
    print(theta + velocity, velocity)
