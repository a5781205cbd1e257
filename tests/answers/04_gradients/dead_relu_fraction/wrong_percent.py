"""A percentage.

check: two of five units are zero in all four rows
hint: that is a percentage
"""


def dead_relu_fraction(activations):
    return 100 * np.mean(np.all(activations == 0, axis=0))
