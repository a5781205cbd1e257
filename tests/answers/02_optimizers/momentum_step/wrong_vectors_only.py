"""A float for each entry works for vectors alone.

check: twenty steps equal Keras' SGD(momentum=0.9)
hint: stopped with TypeError
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    new_velocity = np.array([beta * float(v) - lr * float(g) for v, g in zip(velocity, grad, strict=True)])
    return theta + new_velocity, new_velocity
