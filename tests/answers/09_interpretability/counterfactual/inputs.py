"""Bounds, some of them equal, and a row between them; a linear model that flips for about half of the rows."""


def inputs(rng):
    low = rng.normal(size=3)
    high = low + rng.choice([0.0, 1.0, 3.0], 3)
    x = low + rng.random(3) * (high - low)
    weights, middle = rng.normal(size=3), (low + high) / 2
    return lambda X: 0.5 + (X - middle) @ weights, x, low, high
