"""s / epoch instead of epoch / s.

check: power: down to a third after two time scales
hint: epoch and s are swapped
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + s / epoch)


def exponential_schedule(lr0, epoch, s):
    return lr0 * 0.1 ** (s / epoch)
