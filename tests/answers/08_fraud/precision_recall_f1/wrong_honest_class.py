"""Honest claims as the positive class.

check: ten claims: 3 hits, 2 false alarms, 1 miss
hint: the honest claims were taken for the frauds
"""


def precision_recall_f1(y, y_pred):
    hits = np.sum((y == 0) & (y_pred == 0))
    flagged, frauds = np.sum(y_pred == 0), np.sum(y == 0)
    return hits / max(flagged, 1), hits / max(frauds, 1), 2 * hits / max(frauds + flagged, 1)
