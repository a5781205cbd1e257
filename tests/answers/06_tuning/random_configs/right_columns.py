"""A column of draws for each name, turned into rows; sample_log_uniform for rates."""


def random_configs(space, n, rng):
    columns = {}
    for name, values in space.items():
        match values:
            case ("log", low, high) if isinstance(values, tuple):
                columns[name] = sample_log_uniform(low, high, n, rng)
            case ("uniform", low, high) if isinstance(values, tuple):
                columns[name] = rng.uniform(low, high, n)
            case ("int", low, high) if isinstance(values, tuple):
                columns[name] = rng.integers(low, high + 1, n)
            case _:
                columns[name] = [values[i] for i in rng.integers(0, len(values), n)]
    return [{name: column[i] for name, column in columns.items()} for i in range(n)]
