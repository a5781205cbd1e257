"""Normal logarithms.

check: every factor of ten between 0.0001 and 1 gets a quarter of the draws
hint: expected [0.25, 0.25, 0.25, 0.25, 0], got
"""


def sample_log_uniform(low, high, size, rng):
    middle, spread = np.log(low * high) / 2, np.log(high / low) / 4
    return np.clip(np.exp(rng.normal(middle, spread, size)), low, high)
