"""All pairs of row and label are picked.

check: right classes with p = 1/2 and 1/10
hint: takes every label in every row
"""


def cross_entropy(probs, labels):
    return -np.log(np.maximum(probs[:, labels], 1e-12)).mean()
