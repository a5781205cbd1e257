"""A unit is dead if its largest output is not positive."""


def dead_relu_fraction(activations):
    return float((np.max(activations, axis=0) <= 0).mean())
