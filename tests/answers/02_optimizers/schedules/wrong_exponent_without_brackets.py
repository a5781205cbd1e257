"""0.1 ** epoch is divided by s.

check: exponential: a tenth after each time scale
hint: brackets are missing
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch / s)


def exponential_schedule(lr0, epoch, s):
    return lr0 * 0.1**epoch / s
