"""Bias and variance are swapped.

check: training 1 %, dev 11 %, people 1 %
hint: bias and variance are swapped
"""


def diagnose(train_error, dev_error, target_error, tol):
    bias, variance = dev_error - train_error > tol, train_error - target_error > tol
    if bias and variance:
        return "both"
    if bias:
        return "high bias"
    return "high variance" if variance else "ok"
