"""Uniform draws begin at zero.

check: the values of one configuration are independent of each other
hint: value 2: expected 0, got
"""


def random_configs(space, n, rng):
    def draw(values):
        if isinstance(values, list):
            return values[rng.integers(len(values))]
        kind, low, high = values
        if kind == "log":
            return float(np.exp(rng.uniform(np.log(low), np.log(high))))
        if kind == "int":
            return int(rng.integers(low, high + 1))
        return float(rng.uniform(0, high))

    return [{name: draw(values) for name, values in space.items()} for _ in range(n)]
