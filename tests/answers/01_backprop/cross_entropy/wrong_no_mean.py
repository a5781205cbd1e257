"""One number for each row.

check: right classes with p = 1/2 and 1/10
hint: one number for each row
"""


def cross_entropy(probs, labels):
    return -np.log(np.maximum(probs[np.arange(len(labels)), labels], 1e-12))
