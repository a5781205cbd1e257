"""rng.integers leaves high out.

check: int: low and high are both drawn, as often as what lies between
hint: high is never drawn
"""


def random_configs(space, n, rng):
    def draw(values):
        if isinstance(values, list):
            return values[rng.integers(len(values))]
        kind, low, high = values
        if kind == "log":
            return float(np.exp(rng.uniform(np.log(low), np.log(high))))
        if kind == "int":
            return int(rng.integers(low, high))
        return float(rng.uniform(low, high))

    return [{name: draw(values) for name, values in space.items()} for _ in range(n)]
