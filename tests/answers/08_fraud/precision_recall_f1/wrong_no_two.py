"""F1 without its factor 2.

check: ten claims: 3 hits, 2 false alarms, 1 miss
hint: F1 lost its factor 2
"""


def precision_recall_f1(y, y_pred):
    hits = np.sum((y == 1) & (y_pred == 1))
    flagged, frauds = np.sum(y_pred == 1), np.sum(y == 1)

    return hits / max(flagged, 1), hits / max(frauds, 1), hits / max(frauds + flagged, 1)
