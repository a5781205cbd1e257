"""The root is returned as accum, so that the next step adds a square to a root.

check: one step after some history
hint: the root was returned
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = np.sqrt(accum + grad**2)
    return theta - lr * grad / (accum + eps), accum
