"""A generator with a fixed seed.

check: all randomness comes from rng
hint: another rng gave the same draws
"""


def random_configs(space, n, rng):
    rng = np.random.default_rng(7)

    def draw(values):
        if isinstance(values, list):
            return values[rng.integers(len(values))]
        kind, low, high = values
        if kind == "log":
            return float(np.exp(rng.uniform(np.log(low), np.log(high))))
        return int(rng.integers(low, high + 1)) if kind == "int" else float(rng.uniform(low, high))

    return [{name: draw(values) for name, values in space.items()} for _ in range(n)]
