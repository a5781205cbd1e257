"""Only the first row is looked at.

check: two of five units are zero in all four rows
hint: expected 0.4, got 0.8
"""


def dead_relu_fraction(activations):
    return np.mean(activations[0] == 0)
