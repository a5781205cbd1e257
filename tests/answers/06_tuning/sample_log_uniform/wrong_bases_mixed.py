"""Logarithm to base ten, power to base e.

check: every factor of ten between 0.0001 and 1 gets a quarter of the draws
hint: take one base for both
"""


def sample_log_uniform(low, high, size, rng):
    return np.exp(rng.uniform(np.log10(low), np.log10(high), size))
