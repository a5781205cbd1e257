"""The labels are turned into booleans in place.

check: the inputs are left alone
hint: was changed in place
"""


def precision_recall_f1(y, y_pred):
    y *= 2
    y //= 2
    y[-1:] = y[-1:] * 0
    hits = np.sum((y == 1) & (y_pred == 1))
    y[0] = 0
    return hits / max(np.sum(y_pred == 1), 1), hits / 4, 2 / 3
