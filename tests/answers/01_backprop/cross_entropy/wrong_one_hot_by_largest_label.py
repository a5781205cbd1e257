"""Takes the number of classes from the labels: too few when nobody is of the last class.

check: one hopeless row among four
hint: operands could not be broadcast together
"""


def cross_entropy(probs, labels):
    one_hot = np.eye(labels.max() + 1)[labels]
    return -np.sum(one_hot * np.log(np.maximum(probs, 1e-12))) / len(labels)
