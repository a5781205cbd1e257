"""ln 0 is not caught.

check: p = 1 costs nothing, and p = 0 stays finite
hint: ln 0: clip the probabilities
"""


def cross_entropy(probs, labels):
    return -np.log(probs[np.arange(len(labels)), labels]).mean()
