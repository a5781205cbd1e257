"""Thresholds on a grid of a hundred.

check: only the order of the scores matters: large, negative, close together
hint: expected
"""


def average_precision(y, scores):
    total, before = 0.0, 0.0
    for threshold in np.linspace(1, 0, 101):
        flagged = scores >= threshold
        if flagged.any():
            recall = y[flagged].sum() / y.sum()
            total += (recall - before) * y[flagged].mean()
            before = recall
    return total
