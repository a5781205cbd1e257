"""Whole numbers by rounding down; a tuple of configurations."""


def random_configs(space, n, rng):
    def draw(values):
        if isinstance(values, list):
            return values[int(np.floor(rng.uniform(0, len(values))))]
        kind, low, high = values
        if kind == "int":
            return int(np.floor(rng.uniform(low, high + 1)))
        return np.exp(rng.uniform(np.log(low), np.log(high))) if kind == "log" else rng.uniform(low, high)

    return tuple({name: draw(values) for name, values in space.items()} for _ in range(n))
