"""Scores divided by their sum.

check: two rows of scores become two rows of probabilities
hint: the exponential is missing
"""


def softmax(z):
    return z / z.sum(axis=1, keepdims=True)
