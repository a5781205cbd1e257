"""The logarithm to base 10.

check: right classes with p = 1/2 and 1/10
hint: the logarithm has base 10
"""


def cross_entropy(probs, labels):
    return -np.log10(np.maximum(probs[np.arange(len(labels)), labels], 1e-12)).mean()
