"""The range's ratio raised to a uniform share."""


def sample_log_uniform(low, high, size, rng):
    return low * (high / low) ** rng.random(size)
