"""The dev error alone is taken for variance.

check: training 15 %, dev 16 %, people 1 %
hint: is no variance
"""


def diagnose(train_error, dev_error, target_error, tol):
    bias, variance = train_error - target_error > tol, dev_error > tol
    if bias and variance:
        return "both"
    if bias:
        return "high bias"
    return "high variance" if variance else "ok"
