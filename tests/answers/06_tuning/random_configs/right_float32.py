"""Floats in single precision, whole numbers as NumPy integers."""


def random_configs(space, n, rng):
    def draw(values):
        if isinstance(values, list):
            return values[int(rng.random() * len(values))]
        kind, low, high = values
        share = rng.random(dtype=np.float32)
        if kind == "int":
            return np.int32(rng.integers(low, high + 1))
        if kind == "log":
            return np.float32(low * (high / low) ** share)
        return np.float32(low + (high - low) * share)

    return [dict(zip(space, map(draw, space.values()), strict=True)) for _ in range(n)]
