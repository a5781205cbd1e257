"""NumPy's global generator for the floats.

check: all randomness comes from rng
hint: take them from rng alone
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
        return float(np.random.uniform(low, high))

    return [{name: draw(values) for name, values in space.items()} for _ in range(n)]
