"""Differences of the recall without the first one, from 0.

check: frauds at places 1, 4 and 6: (1 + 2/4 + 3/6) / 3
hint: the first step is missing
"""


def average_precision(y, scores):
    y, scores = np.asarray(y), np.asarray(scores)
    thresholds = np.unique(scores)[::-1]
    precision = np.array([y[scores >= threshold].mean() for threshold in thresholds])
    recall = np.array([y[scores >= threshold].sum() / y.sum() for threshold in thresholds])
    return np.sum(np.diff(recall) * precision[1:])
