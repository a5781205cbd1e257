"""The inputs get biases too.

check: 784 pixels, 32 hidden units, 10 classes
hint: the inputs have no bias
"""


def count_parameters(layer_sizes):
    return sum(a * b for a, b in pairwise(layer_sizes)) + sum(layer_sizes)
