"""The sum is a moving average, which is RMSprop.

check: one step after some history
hint: the sum fades: that is RMSprop
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = 0.9 * accum + 0.1 * grad**2
    return theta - lr * grad / (np.sqrt(accum) + eps), accum
