"""Units instead of weights.

check: 784 pixels, 32 hidden units, 10 classes
hint: only the units are counted
"""


def count_parameters(layer_sizes):
    return sum(layer_sizes[1:])
