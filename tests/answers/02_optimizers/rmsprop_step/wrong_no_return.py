"""The return is forgotten.

check: one step after some history
hint: got None: every path of your function must end in a return
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = rho * mean_square + (1 - rho) * grad**2
    theta = theta - lr * grad / (np.sqrt(mean_square) + eps)
