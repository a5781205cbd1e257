"""An empty fraction counts as perfect.

check: 0 where a fraction is undefined: nobody flagged, no fraud, neither
hint: a part of the empty is taken for perfect
"""


def precision_recall_f1(y, y_pred):
    hits = np.sum((y == 1) & (y_pred == 1))
    flagged, frauds = np.sum(y_pred == 1), np.sum(y == 1)

    precision, recall = hits / flagged if flagged else 1.0, hits / frauds if frauds else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0
