"""The result is written into an array of integers.

check: one step downhill
hint: expected [0.95, -2.1], got [0, -2]
"""


def gd_step(theta, grad, lr):
    new = np.zeros(len(theta), dtype=int)
    for i in range(len(theta)):
        new[i] = theta[i] - lr * grad[i]
    return new
