"""lr0 * 0.1 is raised to the power, not 0.1 alone.

check: exponential: a tenth after each time scale
hint: lr0 was raised to the power too
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch / s)


def exponential_schedule(lr0, epoch, s):
    return (lr0 * 0.1) ** (epoch / s)
