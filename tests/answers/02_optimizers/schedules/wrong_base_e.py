"""The base is e instead of 0.1.

check: exponential: a tenth after each time scale
hint: the base is e instead of 0.1
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch / s)


def exponential_schedule(lr0, epoch, s):
    return lr0 * np.exp(-epoch / s)
