"""One fraction and one root of ten."""


def power_schedule(lr0, epoch, s):
    return lr0 * s / (s + epoch)


def exponential_schedule(lr0, epoch, s):
    return lr0 / 10 ** (epoch / s)
