"""theta moves with the sum of before the step.

check: one step after some history
hint: theta moved with the old sum
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    return theta - lr * grad / (np.sqrt(accum) + eps), accum + grad**2
