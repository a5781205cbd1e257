"""A unit that is zero for most rows counts as dead.

check: a layer in which every unit is active for some row has no dead units
hint: expected 0, got 1
"""


def dead_relu_fraction(activations):
    return np.mean(np.mean(activations == 0, axis=0) > 0.5)
