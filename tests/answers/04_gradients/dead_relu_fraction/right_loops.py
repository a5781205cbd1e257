"""Loops over units and rows."""


def dead_relu_fraction(activations):
    rows, units = len(activations), len(activations[0])
    dead = 0
    for unit in range(units):
        if not any(activations[row][unit] > 0 for row in range(rows)):
            dead += 1
    return dead / units
