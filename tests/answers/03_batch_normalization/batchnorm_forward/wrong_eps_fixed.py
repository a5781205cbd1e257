"""eps is written down instead of taken from the argument.

check: four rows with eps = 5, large enough to show where it goes
hint: the default eps is used
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 1e-3) + beta, None
