"""Recall divides by the honest claims.

check: ten claims: 3 hits, 2 false alarms, 1 miss
hint: that is the rate of false alarms
"""


def precision_recall_f1(y, y_pred):
    hits = np.sum((y == 1) & (y_pred == 1))
    flagged, _frauds = np.sum(y_pred == 1), np.sum(y == 1)

    precision, recall = hits / max(flagged, 1), np.sum((y == 0) & (y_pred == 1)) / max(np.sum(y == 0), 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0
