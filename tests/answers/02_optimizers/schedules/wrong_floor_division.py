"""// drops the fraction in both.

check: power: between the time scales
hint: // drops the fraction
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch // s)


def exponential_schedule(lr0, epoch, s):
    return lr0 * 0.1 ** (epoch // s)
