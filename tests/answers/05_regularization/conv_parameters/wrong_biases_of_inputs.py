"""A bias for each input channel.

check: a 5x3 kernel from 4 to 8 channels
hint: the biases follow the output channels
"""


def conv_parameters(kernel, c_in, c_out):
    return kernel[0] * kernel[1] * c_in * c_out + c_in
