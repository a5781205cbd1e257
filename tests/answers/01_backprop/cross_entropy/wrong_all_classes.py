"""All classes are summed.

check: right classes with p = 1/2 and 1/10
hint: all classes are summed
"""


def cross_entropy(probs, labels):
    return -np.log(np.maximum(probs, 1e-12)).sum() / len(labels)
