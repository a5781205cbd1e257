"""Nested loops."""


def random_configs(space, n, rng):
    configs = []
    for _ in range(n):
        config = {}
        for name, values in space.items():
            if isinstance(values, list):
                config[name] = values[rng.integers(0, len(values))]
            elif values[0] == "log":
                config[name] = 10 ** rng.uniform(np.log10(values[1]), np.log10(values[2]))
            elif values[0] == "uniform":
                config[name] = rng.uniform(values[1], values[2])
            else:
                config[name] = rng.integers(values[1], values[2], endpoint=True)
        configs.append(config)
    return configs
