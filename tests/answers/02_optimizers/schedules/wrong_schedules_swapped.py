"""Each name holds the other schedule.

check: power: down to a third after two time scales
hint: that is the exponential schedule
"""


def power_schedule(lr0, epoch, s):
    return lr0 * 0.1 ** (epoch / s)


def exponential_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch / s)
