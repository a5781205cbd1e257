"""The verdict is printed.

check: training 1 %, dev 11 %, people 1 %
hint: there is no answer here yet (None)
"""


def diagnose(train_error, dev_error, target_error, tol):
    bias, variance = train_error - target_error > tol, dev_error - train_error > tol
    print("both" if bias and variance else "high bias" if bias else "high variance" if variance else "ok")
