"""F1 as the plain mean.

check: ten claims: 3 hits, 2 false alarms, 1 miss
hint: F1 is the harmonic mean
"""


def precision_recall_f1(y, y_pred):
    hits = np.sum((y == 1) & (y_pred == 1))
    flagged, frauds = np.sum(y_pred == 1), np.sum(y == 1)

    precision, recall = hits / max(flagged, 1), hits / max(frauds, 1)
    return precision, recall, (precision + recall) / 2
