"""The return is forgotten.

check: one step after some history
hint: got None: every path of your function must end in a return
"""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + grad**2
    theta = theta - lr * grad / (np.sqrt(accum) + eps)
