"""rng.choice makes an array of the choices first.

check: choices come back as they are
hint: draw an index
"""


def random_configs(space, n, rng):
    def draw(values):
        if isinstance(values, list):
            return rng.choice(values)
        kind, low, high = values
        if kind == "log":
            return float(np.exp(rng.uniform(np.log(low), np.log(high))))
        if kind == "int":
            return int(rng.integers(low, high + 1))
        return float(rng.uniform(low, high))

    return [{name: draw(values) for name, values in space.items()} for _ in range(n)]
