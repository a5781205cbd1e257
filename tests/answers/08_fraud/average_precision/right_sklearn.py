"""Scikit-learn's own."""


def average_precision(y, scores):
    from sklearn.metrics import average_precision_score

    return average_precision_score(y, scores)
