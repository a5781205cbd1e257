"""accum is set to the new square instead of growing by it.

check: one step after some history
hint: the history was lost
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = grad**2
    return theta - lr * grad / (np.sqrt(accum) + eps), accum
