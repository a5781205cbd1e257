"""The result is printed instead of returned.

check: one step downhill
hint: got None: every path of your function must end in a return
"""


def gd_step(theta, grad, lr):
    print(theta - lr * grad)
