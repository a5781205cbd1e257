"""Statistics along the rows, which do not fit the columns.

check: four rows with eps = 5, large enough to show where it goes
hint: stopped with ValueError
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    return gamma * (x - x.mean(axis=1)) / np.sqrt(x.var(axis=1) + eps) + beta, None
