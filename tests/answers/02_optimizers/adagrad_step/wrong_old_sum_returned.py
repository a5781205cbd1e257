"""The sum grows inside, but the old one is returned.

check: one step after some history
hint: the sum from before the step is returned
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    return theta - lr * grad / (np.sqrt(accum + grad**2) + eps), accum
