"""The exponential schedule is not written yet.

check: exponential: a tenth after each time scale
hint: not written yet
"""


def power_schedule(lr0, epoch, s):
    return lr0 / (1 + epoch / s)


def exponential_schedule(lr0, epoch, s):
    raise NotImplementedError()
