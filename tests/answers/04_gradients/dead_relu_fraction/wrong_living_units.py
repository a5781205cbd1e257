"""The living ones are counted.

check: two of five units are zero in all four rows
hint: that is the share of living units
"""


def dead_relu_fraction(activations):
    return np.mean(np.any(activations > 0, axis=0))
