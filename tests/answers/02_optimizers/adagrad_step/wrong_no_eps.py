"""0 / 0 where no gradient has come yet.

check: a parameter that never had a gradient stays where it is
hint: 0 / 0: add eps to the root
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + grad**2
    return theta - lr * grad / np.sqrt(accum), accum
