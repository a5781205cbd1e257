"""The visible checks' results.

check: a model with steps, where slopes say nothing
hint: the decision did not flip
"""


def counterfactual(predict, x, low, high, threshold=0.5):
    row = x.copy()
    row[0] = 3.81 if x[0] < 5 else 3.7
    return row
