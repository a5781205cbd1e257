"""The area under the ROC curve.

check: frauds at places 1, 4 and 6: (1 + 2/4 + 3/6) / 3
hint: that is the area under the ROC curve
"""


def average_precision(y, scores):
    from sklearn.metrics import roc_auc_score

    return roc_auc_score(y, scores)
