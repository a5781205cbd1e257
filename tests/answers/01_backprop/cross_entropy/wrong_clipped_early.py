"""Clipped at 1e-7 as in Keras.

check: p = 1 costs nothing, and p = 0 stays finite
hint: clipped at 1e-7
"""


def cross_entropy(probs, labels):
    return -np.log(np.clip(probs[np.arange(len(labels)), labels], 1e-7, 1)).mean()
