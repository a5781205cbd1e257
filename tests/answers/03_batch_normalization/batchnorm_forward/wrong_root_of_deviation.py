"""The root is taken of the deviation plus eps.

check: four rows with eps = 5, large enough to show where it goes
hint: the root of the deviation
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    x_hat = (x - x.mean(axis=0)) / np.sqrt(x.std(axis=0) + eps)
    return gamma * x_hat + beta, None
