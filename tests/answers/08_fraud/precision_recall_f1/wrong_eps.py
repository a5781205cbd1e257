"""A small number keeps the divisor away from zero, but not small enough.

check: a single hit, flags without a hit
hint: expected 1
"""


def precision_recall_f1(y, y_pred):
    hits = np.sum((y == 1) & (y_pred == 1))
    flagged, frauds = np.sum(y_pred == 1), np.sum(y == 1)

    return hits / (flagged + 0.01), hits / (frauds + 0.01), 2 * hits / (frauds + flagged + 0.01)
