"""The best precision at any higher recall.

check: equal to scikit-learn, with and without ties
hint: expected
"""


def average_precision(y, scores):
    from sklearn.metrics import precision_recall_curve

    precision, recall, _ = precision_recall_curve(y, scores)
    return -np.sum(np.diff(recall) * np.maximum.accumulate(precision)[:-1])
