"""The kernel is thought to read one channel.

check: a 5x3 kernel from 4 to 8 channels
hint: the input channels are missing
"""


def conv_parameters(kernel, c_in, c_out):
    return (kernel[0] * kernel[1] + 1) * c_out
