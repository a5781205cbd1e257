"""Lists of values without names.

check: five configurations, each with a value for every name
hint: expected a list of dicts
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
        return float(rng.uniform(low, high))

    return [[draw(values) for values in space.values()] for _ in range(n)]
