"""The mean square over all parameters instead of each parameter's own.

check: one step after some history
hint: expected [0.85, -2.1], got
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + np.mean(grad**2)
    return theta - lr * grad / (np.sqrt(accum) + eps), accum
