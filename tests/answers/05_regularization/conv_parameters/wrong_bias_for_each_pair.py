"""A bias for each pair of channels.

check: a 5x3 kernel from 4 to 8 channels
hint: one bias for each pair of channels
"""


def conv_parameters(kernel, c_in, c_out):
    return (kernel[0] * kernel[1] + 1) * c_in * c_out
