"""The learning rate is forgotten.

check: one step after some history
hint: the learning rate is missing
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + grad**2
    return theta - grad / (np.sqrt(accum) + eps), accum
