"""Precision and recall change places.

check: ten claims: 3 hits, 2 false alarms, 1 miss
hint: precision and recall are swapped
"""


def precision_recall_f1(y, y_pred):
    hits = np.sum((y == 1) & (y_pred == 1))
    flagged, frauds = np.sum(y_pred == 1), np.sum(y == 1)

    if hits == 0:
        return 0.0, 0.0, 0.0
    return hits / frauds, hits / flagged, 2 * hits / (flagged + frauds)
