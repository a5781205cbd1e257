"""s is forgotten.

check: power: down to a third after two time scales
hint: s is missing
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch)


def exponential_schedule(lr0, epoch, s):
    return lr0 * 0.1 ** (epoch / s)
