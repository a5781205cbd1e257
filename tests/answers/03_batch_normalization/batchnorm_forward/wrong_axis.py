"""Each row is normalised along its features: that is layer normalization.

check: four rows with eps = 5, large enough to show where it goes
hint: the statistics run along the rows
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    centred = x - x.mean(axis=1, keepdims=True)
    return gamma * centred / np.sqrt(x.var(axis=1, keepdims=True) + eps) + beta, None
