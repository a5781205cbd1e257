"""The caller's activations are overwritten.

check: the input is left alone
hint: argument 1 was changed in place
"""


def dead_relu_fraction(activations):
    activations[activations > 0] = 1
    return 1 - activations.max(axis=0).mean()
