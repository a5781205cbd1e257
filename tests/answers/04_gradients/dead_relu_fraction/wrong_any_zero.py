"""One zero is enough.

check: two of five units are zero in all four rows
hint: share of units with some zero
"""


def dead_relu_fraction(activations):
    return np.mean(np.any(activations == 0, axis=0))
