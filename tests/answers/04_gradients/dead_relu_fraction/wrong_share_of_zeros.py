"""Every zero is counted.

check: two of five units are zero in all four rows
hint: that is the share of zero entries
"""


def dead_relu_fraction(activations):
    return np.mean(activations == 0)
