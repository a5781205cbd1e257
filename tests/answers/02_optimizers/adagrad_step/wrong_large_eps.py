"""The default of eps was changed to 0.1: small slopes are no longer scaled up.

check: one step after some history
hint: expected [0.85, -2.1], got
"""


def adagrad_step(theta, grad, accum, lr, eps=0.1):
    accum = accum + grad**2
    return theta - lr * grad / (np.sqrt(accum) + eps), accum
