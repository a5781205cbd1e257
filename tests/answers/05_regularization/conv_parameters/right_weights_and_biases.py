"""Weights, then biases."""


def conv_parameters(kernel, c_in, c_out):
    h, w = kernel
    return h * w * c_in * c_out + c_out
