"""The mean over all places.

check: frauds at places 1, 4 and 6: (1 + 2/4 + 3/6) / 3
hint: the mean runs over all places
"""


def average_precision(y, scores):
    order = np.argsort(-scores)
    return np.mean(np.cumsum(y[order]) / np.arange(1, len(y) + 1))
