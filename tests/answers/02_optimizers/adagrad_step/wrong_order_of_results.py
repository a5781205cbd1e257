"""accum comes before theta.

check: one step after some history
hint: the right values in the wrong order
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + grad**2
    return accum, theta - lr * grad / (np.sqrt(accum) + eps)
