"""np.prod; a NumPy integer comes back."""


def conv_parameters(kernel, c_in, c_out):
    return (np.prod(kernel) * c_in + 1) * c_out
