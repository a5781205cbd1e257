"""Nested branches."""


def diagnose(train_error, dev_error, target_error, tol):
    if train_error - target_error > tol:
        if dev_error - train_error > tol:
            return "both"
        return "high bias"
    if dev_error - train_error > tol:
        return "high variance"
    return "ok"
