"""Epoch by epoch: the inverse rate grows by a constant, the rate shrinks by a factor."""


def power_schedule(lr0, epoch, s):
    inverse_rate = 1 / lr0
    for _ in range(epoch):
        inverse_rate += 1 / (lr0 * s)
    return 1 / inverse_rate


def exponential_schedule(lr0, epoch, s):
    rate = lr0
    for _ in range(epoch):
        rate *= 0.1 ** (1 / s)
    return rate
