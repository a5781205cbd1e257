"""A loop with a float for each entry works for vectors alone.

check: a matrix of parameters with slopes of both signs
hint: stopped with TypeError
"""


def gd_step(theta, grad, lr):
    return np.array([float(theta[i]) - lr * float(grad[i]) for i in range(len(theta))])
