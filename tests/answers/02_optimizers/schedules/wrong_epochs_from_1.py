"""Epochs are counted from 1.

check: power: down to a third after two time scales
hint: epochs count from 0 here
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + (epoch - 1) / s)


def exponential_schedule(lr0, epoch, s):
    return lr0 * 0.1 ** ((epoch - 1) / s)
