"""One output channel only.

check: a 3x3 kernel from 1 to 16 channels
hint: the output channels are missing
"""


def conv_parameters(kernel, c_in, c_out):
    return kernel[0] * kernel[1] * c_in + 1
