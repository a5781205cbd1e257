"""The step is added.

check: one step after some history
hint: that step goes uphill
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + grad**2
    return theta + lr * grad / (np.sqrt(accum) + eps), accum
