"""Made for one hidden layer.

check: 784-128-128-10 and 784-16-16-10
hint: value 1: expected 118282, got 7850
"""


def count_parameters(layer_sizes):
    d, h, k = layer_sizes if len(layer_sizes) == 3 else (layer_sizes[0], 0, layer_sizes[-1])
    return (d + 1) * h + (h + 1) * k if h else (d + 1) * k
