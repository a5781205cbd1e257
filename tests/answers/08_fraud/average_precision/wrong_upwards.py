"""Sorted upwards.

check: frauds at places 1, 4 and 6: (1 + 2/4 + 3/6) / 3
hint: the lowest scores come first
"""


def average_precision(y, scores):
    order = np.argsort(scores)
    hits = np.cumsum(y[order])
    return np.sum(y[order] * hits / np.arange(1, len(y) + 1)) / y.sum()
