"""Outputs of a ReLU cannot cancel: a sum of zero means zero everywhere."""


def dead_relu_fraction(activations):
    return np.count_nonzero(activations.sum(axis=0) == 0) / activations.shape[1]
