"""The exponent is rounded to one decimal.

check: exponential: the rate shrinks by the same factor every epoch
hint: first difference at index
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch / s)


def exponential_schedule(lr0, epoch, s):
    return lr0 * 0.1 ** round(epoch / s, 1)
