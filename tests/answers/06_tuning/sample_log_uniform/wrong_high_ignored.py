"""The range is taken to end at 1.

check: a range that is no power of ten: half of the draws lie below the geometric mean
hint: expected [0.5, 0.5, 0], got
"""


def sample_log_uniform(low, high, size, rng):
    return np.exp(rng.uniform(np.log(low), 0, size))
