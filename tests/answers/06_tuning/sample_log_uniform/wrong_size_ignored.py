"""A single number.

check: every factor of ten between 0.0001 and 1 gets a quarter of the draws
hint: use size
"""


def sample_log_uniform(low, high, size, rng):
    return np.exp(rng.uniform(np.log(low), np.log(high)))
