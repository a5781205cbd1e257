"""Uniform in 1 / x.

check: every factor of ten between 0.0001 and 1 gets a quarter of the draws
hint: uniform in 1 / x
"""


def sample_log_uniform(low, high, size, rng):
    return 1 / rng.uniform(1 / high, 1 / low, size)
