"""Uniform in the exponent of ten."""


def sample_log_uniform(low, high, size, rng):
    return 10 ** rng.uniform(np.log10(low), np.log10(high), size)
