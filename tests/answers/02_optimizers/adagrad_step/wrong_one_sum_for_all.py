"""One sum of squares over all parameters, so one rate for all.

check: one step after some history
hint: all parameters share one sum
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + np.sum(grad**2)
    return theta - lr * grad / (np.sqrt(accum) + eps), accum
