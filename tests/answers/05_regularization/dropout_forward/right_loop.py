"""One draw for each entry, in a loop."""


def dropout_forward(x, rate, rng, training):
    mask = np.ones(x.shape)
    if training:
        for index in np.ndindex(x.shape):
            mask[index] = 0.0 if rng.random() < rate else 1 / (1 - rate)
    return x * mask, mask
