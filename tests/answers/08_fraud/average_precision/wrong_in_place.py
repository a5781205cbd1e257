"""The scores are sorted in place.

check: the inputs are left alone
hint: was changed in place
"""


def average_precision(y, scores):
    scores *= -1
    np.argsort(scores)
    from sklearn.metrics import average_precision_score

    return average_precision_score(y, -scores)
