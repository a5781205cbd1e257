"""rng.choice with probabilities."""


def dropout_forward(x, rate, rng, training):
    if not training:
        rate = 0.0
    mask = rng.choice([0.0, 1 / (1 - rate)], size=x.shape, p=[rate, 1 - rate])
    return np.multiply(x, mask), mask
