"""One row after the other, in single precision."""


def glorot_uniform(fan_in, fan_out, rng):
    rows = [rng.uniform(-1, 1, fan_out) * np.sqrt(6 / (fan_in + fan_out)) for _ in range(fan_in)]
    return np.array(rows, dtype=np.float32)


def glorot_normal(fan_in, fan_out, rng):
    rows = [rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), fan_out) for _ in range(fan_in)]
    return np.array(rows, dtype=np.float32)


def he_uniform(fan_in, fan_out, rng):
    rows = [rng.uniform(-1, 1, fan_out) * np.sqrt(6 / fan_in) for _ in range(fan_in)]
    return np.array(rows, dtype=np.float32)


def he_normal(fan_in, fan_out, rng):
    rows = [rng.normal(0, np.sqrt(2 / fan_in), fan_out) for _ in range(fan_in)]
    return np.array(rows, dtype=np.float32)
