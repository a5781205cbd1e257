"""Words are collected, and counted at the end."""


def diagnose(train_error, dev_error, target_error, tol):
    found = []
    for gap, word in ((train_error - target_error, "high bias"), (dev_error - train_error, "high variance")):
        if gap > tol:
            found.append(word)
    if len(found) == 1:
        return found[0]
    return "both" if found else "ok"
