"""Ties are ranked one after the other.

check: claims of one score count together: 1/3 · 1/3 + 2/3 · 3/5
hint: ties were ranked one after the other
"""


def average_precision(y, scores):
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(y[order])
    return np.sum(y[order] * hits / np.arange(1, len(y) + 1)) / y.sum()
