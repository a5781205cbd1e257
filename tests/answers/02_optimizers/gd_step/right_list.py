"""A list comes back: one entry (or one row) for each of theta's."""


def gd_step(theta, grad, lr):
    return [parameter - lr * slope for parameter, slope in zip(theta, grad, strict=True)]
