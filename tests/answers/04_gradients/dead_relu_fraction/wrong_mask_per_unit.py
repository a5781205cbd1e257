"""One truth value per unit, no share.

check: two of five units are zero in all four rows
hint: expected a number
"""


def dead_relu_fraction(activations):
    return np.all(activations == 0, axis=0)
