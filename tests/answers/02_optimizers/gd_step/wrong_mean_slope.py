"""One mean slope for all parameters.

check: one step downhill
hint: one mean slope moved every parameter
"""


def gd_step(theta, grad, lr):
    return theta - lr * np.mean(grad)
