"""Series of any length and shape, with and without the correction."""


def inputs(rng):
    shape = rng.integers(1, 5, size=rng.integers(1, 4))
    return rng.normal(size=shape), rng.uniform(0, 0.99), bool(rng.integers(2))
