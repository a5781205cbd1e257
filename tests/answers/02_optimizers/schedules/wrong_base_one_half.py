"""The base is 1/2 instead of 0.1.

check: exponential: a tenth after each time scale
hint: expected 0.003, got 0.075
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch / s)


def exponential_schedule(lr0, epoch, s):
    return lr0 * 0.5 ** (epoch / s)
