"""A bias for each weight.

check: a 3x3 kernel from 1 to 16 channels
hint: one bias for each weight
"""


def conv_parameters(kernel, c_in, c_out):
    return 2 * kernel[0] * kernel[1] * c_in * c_out
