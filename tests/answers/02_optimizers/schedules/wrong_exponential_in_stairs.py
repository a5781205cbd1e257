"""The exponential schedule goes down in stairs.

check: exponential: between the time scales
hint: // drops the fraction
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch / s)


def exponential_schedule(lr0, epoch, s):
    return lr0 * 0.1 ** int(epoch / s)
