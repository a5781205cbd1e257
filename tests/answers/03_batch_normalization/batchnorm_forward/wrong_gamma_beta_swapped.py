"""beta multiplies and gamma is added.

check: four rows with eps = 5, large enough to show where it goes
hint: gamma and beta are swapped
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    return beta * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + gamma, None
