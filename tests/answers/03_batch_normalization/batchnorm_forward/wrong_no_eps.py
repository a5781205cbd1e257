"""eps is forgotten.

check: a feature without spread becomes beta, not NaN
hint: 0 / 0: add eps
"""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    return gamma * (x - x.mean(axis=0)) / x.std(axis=0) + beta, None
