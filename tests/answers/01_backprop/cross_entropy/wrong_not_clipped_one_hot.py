"""0 times ln 0 is NaN.

check: p = 1 costs nothing, and p = 0 stays finite
hint: got NaN
"""


def cross_entropy(probs, labels):
    return -np.sum(np.eye(probs.shape[1])[labels] * np.log(probs)) / len(labels)
