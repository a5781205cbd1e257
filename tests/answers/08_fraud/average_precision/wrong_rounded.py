"""Scores are rounded to six digits first.

check: only the order of the scores matters: large, negative, close together
hint: expected
"""


def average_precision(y, scores):
    from sklearn.metrics import average_precision_score

    return average_precision_score(y, np.round(scores, 6))
