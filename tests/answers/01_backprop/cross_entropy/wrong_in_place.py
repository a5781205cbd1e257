"""The clipping is written into the caller's array.

check: the inputs are left alone
hint: was changed in place
"""


def cross_entropy(probs, labels):
    np.clip(probs, 1e-12, 1, out=probs)
    return -np.log(probs[np.arange(len(labels)), labels]).mean()
