"""The default eps is that of another library.

check: the default eps is 0.001, as in Keras
hint: relative error
"""


def batchnorm_forward(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta, None
