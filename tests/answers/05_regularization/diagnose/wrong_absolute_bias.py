"""A training error below the target counts as bias.

check: a training error better than the target: that is no bias
hint: expected 'high variance', got 'both'
"""


def diagnose(train_error, dev_error, target_error, tol):
    bias, variance = abs(train_error - target_error) > tol, dev_error - train_error > tol
    if bias and variance:
        return "both"
    if bias:
        return "high bias"
    return "high variance" if variance else "ok"
