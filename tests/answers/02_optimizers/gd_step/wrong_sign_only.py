"""Only the sign of the gradient is used.

check: one step downhill
hint: expected [0.95, -2.1], got [0.9, -2.1]
"""


def gd_step(theta, grad, lr):
    return theta - lr * np.sign(grad)
