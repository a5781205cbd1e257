"""Uniform on the raw scale.

check: every factor of ten between 0.0001 and 1 gets a quarter of the draws
hint: uniform on the raw scale
"""


def sample_log_uniform(low, high, size, rng):
    return rng.uniform(low, high, size)
