"""The default of beta was changed to 0.5.

check: twenty steps on the ravine equal Keras' SGD(nesterov=True)
hint: first difference at index
"""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.5):
    velocity = beta * velocity - lr * grad_fn(theta + beta * velocity)
    return theta + velocity, velocity
