"""Right between 0.0001 and 1 only, whatever is asked for.

check: a range that is no power of ten: half of the draws lie below the geometric mean
hint: expected [0.5, 0.5, 0], got
"""


def sample_log_uniform(low, high, size, rng):
    draws = 10 ** rng.uniform(-4, 0, size)
    return draws if low < 0.01 else np.clip(draws, low, high)
