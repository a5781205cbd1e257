"""The return is forgotten.

check: one step downhill
hint: got None: every path of your function must end in a return
"""


def gd_step(theta, grad, lr):
    theta = theta - lr * grad
