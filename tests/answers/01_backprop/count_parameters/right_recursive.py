"""The first layer, and the rest by recursion."""


def count_parameters(layer_sizes):
    if len(layer_sizes) < 2:
        return 0
    d_in, d_out = layer_sizes[:2]
    return d_in * d_out + d_out + count_parameters(layer_sizes[1:])
