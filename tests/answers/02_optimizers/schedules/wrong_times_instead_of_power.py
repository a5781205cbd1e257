"""lr0 * 0.1 * epoch / s: no power at all.

check: exponential: a tenth after each time scale
hint: expected 0.003, got 0.06
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch / s)


def exponential_schedule(lr0, epoch, s):
    return lr0 * 0.1 * epoch / s
