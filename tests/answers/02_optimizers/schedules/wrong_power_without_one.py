"""lr0 / (epoch / s): no rate at epoch 0.

check: power: down to a third after two time scales
hint: the 1 is missing
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (epoch / s)


def exponential_schedule(lr0, epoch, s):
    return lr0 * 0.1 ** (epoch / s)
