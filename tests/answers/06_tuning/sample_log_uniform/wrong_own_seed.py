"""A generator of its own.

check: all randomness comes from rng, and every draw is new
hint: another rng gave the same draws
"""


def sample_log_uniform(low, high, size, rng):
    return np.exp(np.random.default_rng(0).uniform(np.log(low), np.log(high), size))
