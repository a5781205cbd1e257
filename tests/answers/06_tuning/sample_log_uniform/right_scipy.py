"""SciPy's own distribution."""


def sample_log_uniform(low, high, size, rng):
    return stats.loguniform(low, high).rvs(size, random_state=rng)
