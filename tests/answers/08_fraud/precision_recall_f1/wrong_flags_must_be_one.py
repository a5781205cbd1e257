"""True is compared with the text of 1.

check: flags of True and False
hint: expected 0.6
"""


def precision_recall_f1(y, y_pred):
    flags = np.array([str(flag) == "1" for flag in y_pred])
    hits = np.sum((y == 1) & flags)
    return hits / max(flags.sum(), 1), hits / max(np.sum(y == 1), 1), 2 * hits / max(np.sum(y == 1) + flags.sum(), 1)
