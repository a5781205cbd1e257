"""Divided by the number of rows.

check: two of five units are zero in all three rows
hint: expected 0.4, got 0.6667
"""


def dead_relu_fraction(activations):
    return np.sum(np.all(activations == 0, axis=0)) / len(activations)
