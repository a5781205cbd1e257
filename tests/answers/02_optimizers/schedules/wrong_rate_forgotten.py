"""The factors are returned without lr0.

check: power: down to a third after two time scales
hint: lr0 is missing
"""


def power_schedule(lr0, epoch, s):
    return 1 / (1 + epoch / s)


def exponential_schedule(lr0, epoch, s):
    return 0.1 ** (epoch / s)
