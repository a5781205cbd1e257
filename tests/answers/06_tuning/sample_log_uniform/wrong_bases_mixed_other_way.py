"""Natural logarithm, power of ten.

check: all draws lie between low and high
hint: take logarithm and power to the same base
"""


def sample_log_uniform(low, high, size, rng):
    return 10 ** rng.uniform(np.log(low), np.log(high), size)
