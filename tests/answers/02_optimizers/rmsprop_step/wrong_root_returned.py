"""The root is returned as mean_square (RMS in the name tempts).

check: one step after some history
hint: the root was returned
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    rms = np.sqrt(rho * mean_square + (1 - rho) * grad**2)
    return theta - lr * grad / (rms + eps), rms
