"""The biases are forgotten.

check: 784 pixels, 32 hidden units, 10 classes
hint: the biases are missing
"""


def count_parameters(layer_sizes):
    return sum(a * b for a, b in pairwise(layer_sizes))
