"""Only divided; the mean stays in.

check: four rows with eps = 5, large enough to show where it goes
hint: the mean is not subtracted
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    return gamma * x / np.sqrt(x.var(axis=0) + eps) + beta, None
