"""The exponents are returned.

check: every factor of ten between 0.0001 and 1 gets a quarter of the draws
hint: these are the exponents
"""


def sample_log_uniform(low, high, size, rng):
    return rng.uniform(np.log10(low), np.log10(high), size)
