"""The number is printed.

check: a 3x3 kernel from 1 to 16 channels
hint: got None: every path
"""


def conv_parameters(kernel, c_in, c_out):
    print((kernel[0] * kernel[1] * c_in + 1) * c_out)
