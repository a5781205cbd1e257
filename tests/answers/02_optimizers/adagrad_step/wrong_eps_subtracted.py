"""eps is subtracted from the root.

check: a tiny slope still leads downhill, at most lr far
hint: eps makes the divisor larger, never smaller
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + grad**2
    return theta - lr * grad / (np.sqrt(accum) - eps), accum
