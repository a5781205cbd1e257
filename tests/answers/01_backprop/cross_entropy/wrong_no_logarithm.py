"""One minus the probability instead of its logarithm.

check: right classes with p = 1/2 and 1/10
hint: the logarithm is missing
"""


def cross_entropy(probs, labels):
    return (1 - np.maximum(probs[np.arange(len(labels)), labels], 1e-12)).mean()
