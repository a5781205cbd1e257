"""Evenly spaced logarithms, shuffled: no draws.

check: all randomness comes from rng, and every draw is new
hint: another rng gave the same draws
"""


def sample_log_uniform(low, high, size, rng):
    return np.geomspace(low, high, size)
