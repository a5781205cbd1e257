"""The learning rate is forgotten.

check: one step downhill
hint: the learning rate is missing
"""


def gd_step(theta, grad, lr):
    return theta - grad
