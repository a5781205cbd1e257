"""The loop ends one layer early.

check: 784 pixels, 32 hidden units, 10 classes
hint: the last layer is missing
"""


def count_parameters(layer_sizes):
    return sum((layer_sizes[i] + 1) * layer_sizes[i + 1] for i in range(len(layer_sizes) - 2))
