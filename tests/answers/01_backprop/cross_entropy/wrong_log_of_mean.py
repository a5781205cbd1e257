"""The mean is taken before the logarithm.

check: right classes with p = 1/2 and 1/10
hint: the mean was taken before the logarithm
"""


def cross_entropy(probs, labels):
    return -np.log(np.maximum(probs[np.arange(len(labels)), labels], 1e-12).mean())
