"""A count.

check: two of five units are zero in all four rows
hint: that is the number of dead units
"""


def dead_relu_fraction(activations):
    return int(np.sum(np.all(activations == 0, axis=0)))
