"""Accuracy instead of precision.

check: ten claims: 3 hits, 2 false alarms, 1 miss
hint: accuracy stands in for precision
"""


def precision_recall_f1(y, y_pred):
    hits = np.sum((y == 1) & (y_pred == 1))
    _flagged, frauds = np.sum(y_pred == 1), np.sum(y == 1)

    precision, recall = np.mean(y == y_pred), hits / max(frauds, 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0
