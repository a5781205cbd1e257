"""The rate is rounded to five decimals.

check: exponential: between the time scales
hint: expected 0.09486833, got 0.09487
"""


def power_schedule(lr0, epoch, s):
    return round(lr0 / (1 + epoch / s), 5)


def exponential_schedule(lr0, epoch, s):
    return round(lr0 * 0.1 ** (epoch / s), 5)
