"""One bias in all.

check: a 3x3 kernel from 1 to 16 channels
hint: one bias in all
"""


def conv_parameters(kernel, c_in, c_out):
    return kernel[0] * kernel[1] * c_in * c_out + 1
