"""One output channel after the other."""


def conv_parameters(kernel, c_in, c_out):
    total = 0
    for _ in range(c_out):
        total += kernel[0] * kernel[1] * c_in
        total += 1
    return total
