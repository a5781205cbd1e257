"""A gap of exactly tol counts as high.

check: a gap of exactly tol is still fine
hint: expected 'ok', got 'both'
"""


def diagnose(train_error, dev_error, target_error, tol):
    bias, variance = train_error - target_error >= tol, dev_error - train_error >= tol
    if bias and variance:
        return "both"
    if bias:
        return "high bias"
    return "high variance" if variance else "ok"
