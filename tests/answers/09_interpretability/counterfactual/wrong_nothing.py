"""Nothing comes back.

check: the decision flips, inside the bounds
hint: nothing was returned
"""


def counterfactual(predict, x, low, high, threshold=0.5):
    return None
