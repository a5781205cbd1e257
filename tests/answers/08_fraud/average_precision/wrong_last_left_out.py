"""The last threshold is left out.

check: a single fraud at the end of the list
hint: expected 0.25
"""


def average_precision(y, scores):
    total, before = 0.0, 0.0
    for threshold in sorted(set(scores), reverse=True)[:-1] or [min(scores)]:
        flagged = scores >= threshold
        recall = y[flagged].sum() / y.sum()
        total += (recall - before) * y[flagged].mean()
        before = recall
    return total
