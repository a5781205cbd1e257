"""All rows zero, then the mean."""


def dead_relu_fraction(activations):
    return np.mean(np.all(activations == 0, axis=0))
