"""The axis is wrong.

check: two of five units are zero in all four rows
hint: look at columns
"""


def dead_relu_fraction(activations):
    return np.mean(np.all(activations == 0, axis=1))
