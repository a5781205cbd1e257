"""The variance divides by n - 1.

check: four rows with eps = 5, large enough to show where it goes
hint: the sample variance (n - 1)
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    normalised = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0, ddof=1) + eps)
    return gamma * normalised + beta, None
