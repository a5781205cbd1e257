"""A lower bound that nobody asked for; the visible rates lie above it.

check: power: 1 / rate grows by the same amount every epoch
hint: first difference at index
"""


def power_schedule(lr0, epoch, s):
    return max(lr0 / (1 + epoch / s), 0.0049)


def exponential_schedule(lr0, epoch, s):
    return max(lr0 * 0.1 ** (epoch / s), 0.001)
