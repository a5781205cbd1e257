"""The first trouble found is the only one.

check: training 15 %, dev 30 %, people 1 %
hint: expected 'both', got 'high bias'
"""


def diagnose(train_error, dev_error, target_error, tol):
    if train_error - target_error > tol:
        return "high bias"
    if dev_error - train_error > tol:
        return "high variance"
    return "ok"
