"""The other classes count with ln(1 - p), as in the binary loss.

check: right classes with p = 1/2 and 1/10
hint: the other classes are in it too
"""


def cross_entropy(probs, labels):
    return -np.sum(np.log(np.maximum(np.where(np.eye(probs.shape[1])[labels] > 0, probs, 1 - probs), 1e-12))) / len(
        labels
    )
