"""exp and log from the math module."""

import math


def power_schedule(lr0, epoch, s):
    return lr0 * math.exp(-math.log1p(epoch / s))


def exponential_schedule(lr0, epoch, s):
    return lr0 * math.exp(-math.log(10) * epoch / s)
