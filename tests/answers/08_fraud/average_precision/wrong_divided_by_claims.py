"""Divided by the number of claims.

check: frauds at places 1, 4 and 6: (1 + 2/4 + 3/6) / 3
hint: or the sum was divided by the number of claims
"""


def average_precision(y, scores):
    return sum(y[scores >= own].mean() for own in scores[y == 1]) / len(y)
