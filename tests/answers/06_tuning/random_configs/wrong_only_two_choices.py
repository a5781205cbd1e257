"""Only the first two choices are ever drawn.

check: other choices: tuples and None, all of them drawn
hint: a choice was never drawn
"""


def random_configs(space, n, rng):
    def draw(values):
        if isinstance(values, list):
            return values[rng.integers(2)]
        kind, low, high = values
        if kind == "log":
            return float(np.exp(rng.uniform(np.log(low), np.log(high))))
        if kind == "int":
            return int(rng.integers(low, high + 1))
        return float(rng.uniform(low, high))

    return [{name: draw(values) for name, values in space.items()} for _ in range(n)]
