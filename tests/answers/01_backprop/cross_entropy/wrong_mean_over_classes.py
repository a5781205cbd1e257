"""The mean runs over the classes too.

check: right classes with p = 1/2 and 1/10
hint: the mean runs over the classes too
"""


def cross_entropy(probs, labels):
    return -np.mean(np.eye(probs.shape[1])[labels] * np.log(np.maximum(probs, 1e-12)))
