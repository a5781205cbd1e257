"""Sorted upwards and turned round; ties stay one after the other.

check: frauds on top: 1; all scores equal: the share of frauds
hint: expected 0.2
"""


def average_precision(y, scores):
    order = np.argsort(scores, kind="stable")[::-1]
    hits = np.cumsum(y[order])
    return np.sum(y[order] * hits / np.arange(1, len(y) + 1)) / y.sum()
