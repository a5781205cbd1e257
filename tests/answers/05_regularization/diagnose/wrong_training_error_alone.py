"""The training error alone is taken for bias.

check: training 15 %, dev 16 %, but people 14 %
hint: subtract the target error
"""


def diagnose(train_error, dev_error, target_error, tol):
    bias, variance = train_error > tol, dev_error - train_error > tol
    if bias and variance:
        return "both"
    if bias:
        return "high bias"
    return "high variance" if variance else "ok"
