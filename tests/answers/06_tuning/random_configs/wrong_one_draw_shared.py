"""One configuration, n times.

check: every configuration has draws of its own
hint: one draw is shared
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

    return [{name: draw(values) for name, values in space.items()}] * n
