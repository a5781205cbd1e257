"""First layer, hidden layers, last layer: breaks when nothing is hidden.

check: two inputs and one output
hint: list index out of range
"""


def count_parameters(layer_sizes):
    d, *hidden, k = layer_sizes
    between = sum((d_in + 1) * d_out for d_in, d_out in pairwise(hidden))
    return (d + 1) * hidden[0] + between + (hidden[-1] + 1) * k
