"""The square of a uniform draw: small values often, but not log-uniform.

check: every factor of ten between 0.0001 and 1 gets a quarter of the draws
hint: expected [0.25, 0.25, 0.25, 0.25, 0], got
"""


def sample_log_uniform(low, high, size, rng):
    return low + (high - low) * rng.random(size) ** 2
