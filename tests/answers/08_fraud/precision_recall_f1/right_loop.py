"""Counted one by one."""


def precision_recall_f1(y, y_pred):
    hits = alarms = misses = 0
    for label, flag in zip(y, y_pred, strict=True):
        hits += bool(label and flag)
        alarms += bool(flag and not label)
        misses += bool(label and not flag)
    precision = hits / (hits + alarms) if hits + alarms else 0
    recall = hits / (hits + misses) if hits + misses else 0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0
