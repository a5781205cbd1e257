"""Divided by the largest power.

check: two rows of scores become two rows of probabilities
hint: divided by the largest power
"""


def softmax(z):
    return np.exp(z - z.max(axis=1, keepdims=True))
