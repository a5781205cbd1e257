"""beta is added too early.

check: four rows with eps = 5, large enough to show where it goes
hint: beta is added before gamma multiplies
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    return gamma * ((x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta), None
