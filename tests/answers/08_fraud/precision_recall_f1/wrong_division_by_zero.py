"""Nothing is done about 0/0.

check: 0 where a fraction is undefined: nobody flagged, no fraud, neither
hint: got NaN
"""


def precision_recall_f1(y, y_pred):
    hits = np.sum((y == 1) & (y_pred == 1))
    flagged, frauds = np.sum(y_pred == 1), np.sum(y == 1)

    precision, recall = hits / flagged, hits / frauds
    return precision, recall, 2 * precision * recall / (precision + recall)
