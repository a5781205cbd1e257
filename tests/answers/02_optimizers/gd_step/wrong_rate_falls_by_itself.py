"""The learning rate falls from call to call, on a counter of its own.

check: forty steps on theta**2 / 2 shrink theta by (1 - lr) each
hint: relative error
"""


def gd_step(theta, grad, lr):
    gd_step.calls = getattr(gd_step, "calls", 0) + 1
    return theta - lr * 0.9 ** (gd_step.calls // 10) * grad
