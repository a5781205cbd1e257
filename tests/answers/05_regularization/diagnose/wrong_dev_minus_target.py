"""Variance is measured from the target.

check: training 15 %, dev 16 %, people 1 %
hint: that is dev minus training
"""


def diagnose(train_error, dev_error, target_error, tol):
    bias, variance = train_error - target_error > tol, dev_error - target_error > tol
    if bias and variance:
        return "both"
    if bias:
        return "high bias"
    return "high variance" if variance else "ok"
