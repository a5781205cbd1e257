"""Nothing comes back.

check: four rows with eps = 5, large enough to show where it goes
hint: got None
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    print(gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta)
