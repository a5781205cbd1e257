"""The velocity lives in a global variable; the argument counts at the first call only.

check: twenty steps equal Keras' SGD(momentum=0.9)
hint: stopped with ValueError
"""

current_velocity = None


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    global current_velocity
    if current_velocity is None:
        current_velocity = velocity
    current_velocity = beta * current_velocity - lr * grad
    return theta + current_velocity, current_velocity
