"""The exponent has the wrong sign.

check: exponential: a tenth after each time scale
hint: the rate grows
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch / s)


def exponential_schedule(lr0, epoch, s):
    return lr0 * 0.1 ** (-epoch / s)
