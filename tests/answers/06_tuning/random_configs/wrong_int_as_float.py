"""Whole numbers are floats.

check: int: low and high are both drawn, as often as what lies between
hint: units must be whole numbers
"""


def random_configs(space, n, rng):
    def draw(values):
        if isinstance(values, list):
            return values[rng.integers(len(values))]
        kind, low, high = values
        if kind == "log":
            return float(np.exp(rng.uniform(np.log(low), np.log(high))))
        if kind == "int":
            return float(rng.integers(low, high + 1))
        return float(rng.uniform(low, high))

    return [{name: draw(values) for name, values in space.items()} for _ in range(n)]
