"""Always the first choice.

check: uniform: equal shares; choices: all of them
hint: expected 0.5, got 1
"""


def random_configs(space, n, rng):
    def draw(values):
        if isinstance(values, list):
            return values[0]
        kind, low, high = values
        if kind == "log":
            return float(np.exp(rng.uniform(np.log(low), np.log(high))))
        if kind == "int":
            return int(rng.integers(low, high + 1))
        return float(rng.uniform(low, high))

    return [{name: draw(values) for name, values in space.items()} for _ in range(n)]
