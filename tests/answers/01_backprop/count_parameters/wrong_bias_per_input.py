"""A bias for each input of a layer.

check: 784 pixels, 32 hidden units, 10 classes
hint: each layer has a bias for every input
"""


def count_parameters(layer_sizes):
    return sum(a * (b + 1) for a, b in pairwise(layer_sizes))
