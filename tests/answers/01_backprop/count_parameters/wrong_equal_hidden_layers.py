"""Takes all hidden layers to be as wide as the first.

check: Keras counts the same in a net of five layers
hint: expected 162, got 154
"""


def count_parameters(layer_sizes):
    d, *hidden, k = layer_sizes
    if not hidden:
        return (d + 1) * k
    h = hidden[0]
    return (d + 1) * h + (len(hidden) - 1) * (h + 1) * h + (h + 1) * k
