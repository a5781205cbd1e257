"""The trapezoidal rule under the curve.

check: frauds at places 1, 4 and 6: (1 + 2/4 + 3/6) / 3
hint: that is the trapezoidal rule
"""


def average_precision(y, scores):
    from sklearn.metrics import auc, precision_recall_curve

    precision, recall, _ = precision_recall_curve(y, scores)
    return auc(recall, precision)
