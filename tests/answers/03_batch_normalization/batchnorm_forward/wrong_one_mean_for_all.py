"""One mean and variance for the whole batch.

check: four rows with eps = 5, large enough to show where it goes
hint: one mean and variance for all features
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    return gamma * (x - x.mean()) / np.sqrt(x.var() + eps) + beta, None
