"""eps is added to the deviation.

check: four rows with eps = 5, large enough to show where it goes
hint: eps stands outside the root
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    normalised = (x - x.mean(axis=0)) / (x.std(axis=0) + eps)
    return gamma * normalised + beta, None
