"""Plus when the slope is negative, as some texts word it.

check: slopes of both signs: always theta - lr * grad
hint: the sign was flipped for a negative slope
"""


def gd_step(theta, grad, lr):
    return np.where(grad < 0, theta + lr * grad, theta - lr * grad)
