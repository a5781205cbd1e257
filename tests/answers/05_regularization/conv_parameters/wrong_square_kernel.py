"""The kernel is taken for a square one.

check: a 5x3 kernel from 4 to 8 channels
hint: the kernel is not square here
"""


def conv_parameters(kernel, c_in, c_out):
    return (kernel[0] ** 2 * c_in + 1) * c_out
