"""One draw for all.

check: all randomness comes from rng, and every draw is new
hint: the draws are all the same
"""


def sample_log_uniform(low, high, size, rng):
    return np.full(size, np.exp(rng.uniform(np.log(low), np.log(high))))
