"""The sum is capped, so that the rate never dies.

check: under a steady slope the steps are lr / sqrt(t)
hint: first difference at index 11
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = np.minimum(accum + grad**2, 100.0)
    return theta - lr * grad / (np.sqrt(accum) + eps), accum
