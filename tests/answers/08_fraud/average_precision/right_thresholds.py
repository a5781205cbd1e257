"""One threshold after the other."""


def average_precision(y, scores):
    total, before = 0.0, 0.0
    for threshold in sorted(set(scores), reverse=True):
        flagged = scores >= threshold
        recall = y[flagged].sum() / y.sum()
        total += (recall - before) * y[flagged].mean()
        before = recall
    return total
