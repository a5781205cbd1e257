"""A dev error below the training error counts as variance.

check: the dev error is better than the training error: that is no variance
hint: expected 'ok', got 'high variance'
"""


def diagnose(train_error, dev_error, target_error, tol):
    bias, variance = train_error - target_error > tol, abs(dev_error - train_error) > tol
    if bias and variance:
        return "both"
    if bias:
        return "high bias"
    return "high variance" if variance else "ok"
