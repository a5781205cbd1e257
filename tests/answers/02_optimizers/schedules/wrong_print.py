"""The rates are printed instead of returned.

check: power: down to a third after two time scales
hint: got None: every path of your function must end in a return
"""


def power_schedule(lr0, epoch, s):
    print(lr0 / (1 + epoch / s))


def exponential_schedule(lr0, epoch, s):
    print(lr0 * 0.1 ** (epoch / s))
