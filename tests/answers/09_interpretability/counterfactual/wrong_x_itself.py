"""x comes back.

check: the decision flips, inside the bounds
hint: the decision did not flip
"""


def counterfactual(predict, x, low, high, threshold=0.5):
    return x.copy()
